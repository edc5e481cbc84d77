"""The address of the gallery of components: open to everybody."""

TABLE = """
# name        method  anonymous  stranger  observer  member  facilitator
ui:gallery    GET     200        200       200       200     200
"""
