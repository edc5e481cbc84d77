"""The addresses of the observatory: open to everybody."""

TABLE = """
# name                       method  anonymous  stranger  observer  member  facilitator
observatory:entrance         GET     302        302       302       302     302
observatory:published        GET     200        200       200       200     200
observatory:published-csv    GET     200        200       200       200     200
observatory:compare          GET     200        200       200       200     200
"""
