"""The addresses of the library: open to everybody, no account needed to read."""

TABLE = """
# name             method  anonymous  stranger  observer  member  facilitator
compass:start      GET     200        200       200       200     200
compass:door       GET     302        302       302       302     302
compass:graph      GET     200        200       200       200     200
selector:start     GET     200        200       200       200     200
selector:result    GET     302        302       302       302     302
selector:methods   GET     200        200       200       200     200
"""
