"""The door: who someone is, proved by a code sent by e-mail, a passkey or an identity provider; never a password."""
