"""The editors' room: prose pages and news, written in Wagtail; nothing else of the house knows Wagtail."""
