"""The addresses of the library: open to everybody."""

TABLE = """
# name              method  anonymous  stranger  observer  member  facilitator
search:results      GET     200        200       200       200     200
search:description  GET     200        200       200       200     200
"""
