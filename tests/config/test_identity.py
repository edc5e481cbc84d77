"""Identity providers are read from the environment, and none is offered that was not asked for."""

import pytest

from cordee.config.environment import BadSetting, Environment
from cordee.config.identity import identity_providers


def read(**variables: str) -> list[dict[str, object]]:
    return identity_providers(Environment(variables))


def test_none_by_default() -> None:
    assert read() == []


def test_proconnect_is_strict() -> None:
    (found,) = read(
        CORDEE_PROCONNECT_SERVER="https://proconnect.example.org/api/v2/",
        CORDEE_PROCONNECT_CLIENT_ID="a",
        CORDEE_PROCONNECT_CLIENT_SECRET="b",
        CORDEE_PROCONNECT_ACR="eidas2",
    )
    assert (found["provider_id"], found["client_id"], found["secret"]) == ("proconnect", "a", "b")
    assert found["settings"] == {
        "server_url": "https://proconnect.example.org/api/v2",
        "scope": ["openid", "given_name", "usual_name", "email", "siret"],
        "auth_params": {"acr_values": "eidas2"},
        "token_auth_method": "client_secret_post",
        "signed_userinfo": True,
        "trusts_addresses": False,
    }


def test_a_half_filled_proconnect_is_kept_for_the_checks_to_refuse() -> None:
    assert len(read(CORDEE_PROCONNECT_CLIENT_ID="a")) == 1


def test_each_provider_has_its_own_variables() -> None:
    first, second = read(
        CORDEE_OIDC_PROVIDERS="annuaire, reseau-sud",
        CORDEE_OIDC_ANNUAIRE_SERVER="https://one.example.org",
        CORDEE_OIDC_RESEAU_SUD_SERVER="https://two.example.org/oidc",
        CORDEE_OIDC_RESEAU_SUD_NAME="le réseau Sud",
        CORDEE_OIDC_RESEAU_SUD_TRUSTS_ADDRESSES="1",
    )
    assert (first["name"], second["name"]) == ("annuaire", "le réseau Sud")
    trusts = [one["settings"]["trusts_addresses"] for one in (first, second)]  # type: ignore[index]
    assert trusts == [False, True]


@pytest.mark.parametrize(
    "variables",
    [
        {"CORDEE_OIDC_PROVIDERS": "Un Annuaire"},
        {"CORDEE_OIDC_PROVIDERS": "proconnect"},
        {"CORDEE_OIDC_PROVIDERS": "a", "CORDEE_OIDC_A_SERVER": "identity.example.org"},
        {"CORDEE_OIDC_PROVIDERS": "a", "CORDEE_OIDC_A_SERVER": "https://a.example/?x=1"},
        {"CORDEE_OIDC_PROVIDERS": "a", "CORDEE_OIDC_A_TRUSTS_ADDRESSES": "peut-être"},
        {"CORDEE_PROCONNECT_ACR": "eidas4"},
    ],
    ids=str,
)
def test_what_cannot_be_read_is_refused(variables: dict[str, str]) -> None:
    with pytest.raises(BadSetting):
        read(**variables)
