"""The settings: what the environment decides (docs/settings.md lists it all), then what the product decides."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from cordee.config.database import database_from_address
from cordee.config.environment import Environment
from cordee.config.identity import identity_providers
from cordee.config.mail import mail_server_from_address, sender
from cordee.config.secret import kept_secret

env = Environment(os.environ)

# --- What the environment decides -----------------------------------------------------------------

DATA = env.folder("CORDEE_DATA", default="var")
DEBUG = env.flag("CORDEE_DEBUG", default=False)
PUBLIC_URL = env.web_address("CORDEE_PUBLIC_URL", default="http://127.0.0.1:8000")
ALLOWED_HOSTS = [
    urlsplit(PUBLIC_URL).hostname or "localhost",
    *env.words("CORDEE_ALLOWED_HOSTS", default="localhost,127.0.0.1"),
]
BEHIND_PROXY = env.flag("CORDEE_BEHIND_PROXY", default=False)
SECRET_KEY = env.text("CORDEE_SECRET_KEY", default="") or kept_secret(DATA / "secret-key")
DATABASES = {
    "default": database_from_address(
        env.text("DATABASE_URL", default=""),
        data=DATA,
        pool_size=env.integer("CORDEE_DATABASE_POOL", default=8, least=1, most=200),
    )
}
MAIL_SERVER = mail_server_from_address(env.text("CORDEE_MAIL_URL", default=""))
MAIL_FROM = sender(env.mailbox("CORDEE_MAIL_FROM", default=""), PUBLIC_URL)
SURVEY_MOST_BYTES = env.integer("CORDEE_SURVEY_MEGABYTES", default=50, least=1, most=1_000) * 1_000_000
EDITIONS = Path(env.text("CORDEE_EDITIONS", default="") or DATA / "editions").expanduser().resolve()
STATISTICS = Path(env.text("CORDEE_STATISTICS", default="") or DATA / "statistics.csv").expanduser().resolve()
EVIDENCE_MOST_BYTES = env.integer("CORDEE_EVIDENCE_MEGABYTES", default=20, least=1, most=200) * 1_000_000
LOG_LEVEL = env.one_of("CORDEE_LOG_LEVEL", default="INFO", allowed=("DEBUG", "INFO", "WARNING", "ERROR"))
VISITOR_RETENTION_DAYS = env.integer("CORDEE_VISITOR_RETENTION_DAYS", default=90, least=1, most=3650)
LEARNING_DEVICE_DAYS = env.integer("CORDEE_LEARNING_DEVICE_DAYS", default=180, least=1, most=400)
OPERATOR_NAME = env.text("CORDEE_OPERATOR_NAME", default="")
OPERATOR_EMAIL = env.text("CORDEE_OPERATOR_EMAIL", default="")
SOURCE_URL = env.text("CORDEE_SOURCE_URL", default="")
HOST_NAME = env.text("CORDEE_HOSTED_BY", default="")
IDENTITY_PROVIDERS = identity_providers(env)

# --- The rooms --------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "cordee.config",
    "cordee.apps.ui",
    "cordee.apps.post",
    "cordee.apps.accounts",
    "cordee.apps.organisations",
    "cordee.apps.evidence",
    "cordee.apps.library",
    "cordee.apps.plans",
    "cordee.apps.diagnosis",
    "cordee.apps.evaluation",
    "cordee.apps.learning",
    "cordee.apps.observatory",
    "cordee.apps.workshop",
    "cordee.apps.campaigns",
    "cordee.apps.editorial",
    "cordee.apps.meetings",
    "cordee.apps.reports",
    "cordee.apps.home",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    # Prose pages alone are written with Wagtail; what it can do besides stays out, with its tables.
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.snippets",
    "wagtail.users",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "cordee.config.urls"
WSGI_APPLICATION = "cordee.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cordee.apps.home.navigation.site",
            ],
        },
    }
]
# A component sees what it is given and the site's own context, never the variables of the page around it.
COTTON_ISOLATE_BY_DEFAULT = True
FORM_RENDERER = "cordee.apps.ui.forms.CordeeRenderer"

# --- Who signs in -----------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
# Where a person lands after signing in: the first of these rooms that is served.
OWN_SPACE_ROUTES = ["organisations:alliances", "accounts:home"]

ACCOUNT_ADAPTER = "cordee.apps.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
# A code sent by e-mail is the door, and there is no password. Eight digits, ten minutes, three tries for each request.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
# An address that is added proves itself in the same way.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = ACCOUNT_LOGIN_BY_CODE_FORMAT
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_BY_CODE_TIMEOUT
# What changes how one signs in asks to prove oneself again, unless that was done a moment ago.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = ["code", "mfa"]
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Counted in the cache. A whole workshop may sign in behind one address of the network; a mailbox is not flooded.
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "60/m/ip,3/m/key,12/h/key",
    "login_failed": "20/m/ip,5/5m/key",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0

MFA_ADAPTER = "cordee.apps.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = False
MFA_TOTP_ISSUER = "Cordée"
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}

SOCIALACCOUNT_ADAPTER = "cordee.apps.accounts.identity_adapter.IdentityAdapter"
SOCIALACCOUNT_PROVIDERS = {"identity": {"APPS": IDENTITY_PROVIDERS}}
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
SOCIALACCOUNT_STORE_TOKENS = False

# Shared by every process, since rates are counted in it; its keys are hashed, so that it holds no address of anybody.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cordee_cache",
        "KEY_FUNCTION": "cordee.config.cache.hashed_key",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# Kept with the session, which lives in the database: no second cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Jobs live in the same database: no broker to install.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# The rooms that put something on the page of an alliance, in the order in which they stand there.
ALLIANCE_PANELS = [
    "cordee.apps.campaigns.panels.campaigns_panel",
    "cordee.apps.evaluation.panels.evaluations_panel",
    "cordee.apps.plans.panels.plan_panel",
]
# The rooms that a published 360° leads to: the session to prepare, the documents to take away.
RESULT_DOORS = ["cordee.apps.meetings.doors.of_result", "cordee.apps.reports.shared_doors.of_result"]
# What rooms above show beside the judgement of an evaluation, and the document that partners may make public.
EVALUATION_COMPANIONS = ["cordee.apps.campaigns.companions.last_360"]
EVALUATION_DOCUMENT = "cordee.apps.reports.evaluation.composing.compose_for_everybody"
# Who tells which published results the maturity barometer may count, and the job of a consent that was taken back.
MATURITY_SOURCES = ["cordee.apps.campaigns.maturity.contributors"]
CONSENT_JOBS = {"barometer_consent_at": "cordee.apps.observatory.maturity.tasks.refresh"}
# The rooms that an evaluation leads to: its report.
EVALUATION_DOORS = ["cordee.apps.reports.evaluation.doors.of_evaluation"]
# Where a story of the library is also read in the shape of an evaluation.
STORY_EXAMPLE = "cordee.apps.evaluation.examples.findable.example_of"
# Where an evaluation finds figures on a territory, and what became of the edition that one was copied from.
TERRITORY_FIGURES = "cordee.apps.observatory.offering.figures.offered_for"
FIGURE_EDITION = "cordee.apps.observatory.offering.figures.standing_of"
# Who brings what to the one search box: each gives the entries of its room that anybody may read.
SEARCH_SOURCES = [
    "cordee.apps.library.search.pack_entries.entries",
    "cordee.apps.library.search.guide_entries.entries",
    "cordee.apps.diagnosis.findable.entries",
    "cordee.apps.home.findable.entries",
]
# What the clock of `cordee serve` puts in the queue, and how long it leaves between two runs.
PERIODIC_JOBS = {
    "cordee.apps.diagnosis.tasks.erase_expired": timedelta(days=1),
    "cordee.apps.accounts.tasks.erase_what_ended": timedelta(days=1),
    "cordee.apps.post.tasks.make_the_rounds": timedelta(minutes=1),
    "cordee.apps.post.tasks.erase_old": timedelta(days=1),
    "cordee.apps.evidence.tasks.sweep": timedelta(days=1),
    "cordee.apps.observatory.surveys.tasks.sweep": timedelta(days=1),
    "cordee.apps.campaigns.tasks.open_due": timedelta(minutes=5),
    "cordee.apps.campaigns.tasks.remind_due": timedelta(minutes=15),
    "cordee.apps.campaigns.closing_tasks.close_due": timedelta(minutes=2),
    "cordee.apps.plans.tasks.remind": timedelta(hours=6),
    "cordee.apps.evaluation.indicators.tasks.remind": timedelta(hours=6),
    "cordee.apps.observatory.maturity.tasks.refresh": timedelta(days=1),
}

# --- Letters ----------------------------------------------------------------------------------------

# Every e-mail, whoever writes it, is kept as a letter first and leaves by a job, once.
EMAIL_BACKEND = "cordee.apps.post.backend.QueuedBackend"
# Without a mail server, on one's own machine, letters are read on a page of the site.
LETTERS_STAY_HERE = MAIL_SERVER is None and urlsplit(PUBLIC_URL).hostname in ("127.0.0.1", "localhost", "::1")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM

# --- Languages --------------------------------------------------------------------------------------

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["cordee.config.formats"]
TIME_ZONE = "Europe/Paris"
# A card of the glossary, given its identifier: the address behind each specialised word.
TERM_ROUTE = "words:by_id"
TERM_CARD_ROUTE = "words:card"

# --- Prose pages ------------------------------------------------------------------------------------

# Pages that the site itself links to: the key of the page, then the name of its address.
PROSE_ROUTES = {
    "about": "home:about",
    "method": "home:approach",
    "legal": "home:legal",
    "privacy": "home:data",
    "accessibility": "home:accessibility",
}
FRONT_PAGE = "home:index"
WAGTAIL_SITE_NAME = "Cordée"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
# One enters with the account of the site: no second sign-in page, no password.
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Nothing calls home: no check of updates, no picture of the editor asked of a third party.
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# The ends of addresses are plain letters, as everywhere on the site.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = True
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_CONTENT_LANGUAGES = WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Pictures of a few kinds, weighed and measured before they are opened; a browser never receives the file as given.
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = env.integer("CORDEE_IMAGE_MEGABYTES", default=10, least=1, most=50) * 1_000_000
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
# What readers get is always drawn anew as WebP, which leaves behind what a camera wrote in the file.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"jpeg": "webp", "png": "webp"}

# --- Being found ------------------------------------------------------------------------------------

# The rooms that tell which of their pages everybody may read: what the site map lists.
PUBLIC_PAGES = [
    "cordee.apps.home.discovery.pages.own_pages",
    "cordee.apps.library.public_entries.public_entries",
    "cordee.apps.evaluation.examples.findable.public_examples",
    "cordee.apps.editorial.queries.public_prose",
    "cordee.apps.observatory.territories.public.public_territories",
    "cordee.apps.observatory.editions.public.public_editions",
]
# Who says what the picture of a page shows, where its address is given; the first that knows the page is believed.
SHARING_PICTURES = [
    "cordee.apps.home.discovery.pictures.shared",
    "cordee.apps.diagnosis.sharing.shared",
    "cordee.apps.library.sharing.shared",
]
# Name of a page → that of its picture; the others have that of the whole site, and entries of the library their own.
SHARING_NAMES = {"home:index": "home", "impacts:all": "impacts", "diagnosis:example": "example"}
SHARING_ROUTE = "sharing:picture"
# What draws a figure as a picture.
FIGURE_PICTURE = "cordee.apps.reports.figure_pictures.picture_of"
# Drawn once, then kept: this folder may be emptied at any time.
SHARING_FOLDER = DATA / "pictures"
# Where the certificate of a course that was followed to its end is asked for.
CERTIFICATE_ROUTE = "certificates:certificate"

# --- Files ------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "cordee.config.storage.HashedStaticFiles"
    },
}
# Files given as evidence: private, never under an address of their own, served by a view that checks who asks.
EVIDENCE_FOLDER = DATA / "evidence"
EVIDENCE_FOLDER.mkdir(mode=0o700, exist_ok=True)
SURVEYS_FOLDER = DATA / "surveys"
# On the disk that keeps them: a large file never passes through memory, nor through a /tmp made of it.
FILE_UPLOAD_TEMP_DIR = EVIDENCE_FOLDER
FILE_UPLOAD_PERMISSIONS = 0o600
# Pictures of the prose pages; only those made smaller for a page are served, by a view.
MEDIA_ROOT = DATA / "media"
MEDIA_ROOT.mkdir(mode=0o700, exist_ok=True)
MEDIA_URL = "/media/"
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- Privacy and security ---------------------------------------------------------------------------

HTTPS = PUBLIC_URL.startswith("https://")

# One cookie, that of the session, and only on the pages that need one: the CSRF token lives in it.
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "cordee.apps.ui.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SESSION_COOKIE_NAME = "cordee_session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = HTTPS

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# Bodies are short forms: nothing here has a reason to be large. Pages that receive files have a limit of their own.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000

# --- What goes to the log ---------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "cordee.config.discretion.DiscreetFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        # It says every change of a page, with its title; the history of each page, in the desk, says it too.
        "wagtail": {"level": "WARNING"},
    },
}
