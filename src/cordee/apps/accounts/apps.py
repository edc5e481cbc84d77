"""The door as a Django application."""

from django.apps import AppConfig


class AccountsDoor(AppConfig):
    """Brings the accounts of those who sign in."""

    name = "cordee.apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Ask to be told when an address is added to an account."""
        from allauth.account.signals import email_added

        from cordee.apps.accounts.operations import tell_owner_of_address

        email_added.connect(tell_owner_of_address, dispatch_uid="cordee.accounts.address_added")
