"""The addresses of the front page and of the information pages: open to everybody."""

TABLE = """
# name                    method  anonymous  stranger  observer  member  facilitator
home:index                GET     200        200       200       200     200
home:data                 GET     200        200       200       200     200
home:accessibility        GET     200        200       200       200     200
home:about                GET     200        200       200       200     200
home:approach             GET     200        200       200       200     200
home:legal                GET     200        200       200       200     200
discovery:feed            GET     200        200       200       200     200
sitemap                   GET     200        200       200       200     200
robots                    GET     200        200       200       200     200
security                  GET     404        404       404       404     404   # nobody is named here
"""
