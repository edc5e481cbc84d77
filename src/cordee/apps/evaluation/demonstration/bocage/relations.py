"""The survey of relations of La Table du Bocage: closed, eleven of the twelve partners answered."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import RelationsTold

SHEETS = {
    "kitchen": {
        "farm": "434 333", "council": "333 433", "fund": "324 414", "school": "444 343", "home": "333 232",
        "gleaners": "344 243", "cannery": "233 322", "network": "333 322", "people": "234 221", "haulier": "322 222",
    },
    "farm": {
        "kitchen": "433 433", "cannery": "323 233", "school": "333 222", "council": "222 312", "network": "334 322",
        "gleaners": "344 232",
    },
    "council": {
        "kitchen": "434 343", "fund": "333 323", "cannery": "332 222", "people": "234 331", "network": "333 323",
        "home": "322 222",
    },
    "mutual": {"home": "333 233", "gleaners": "334 242"},
    "fund": {"kitchen": "444 343", "network": "433 333", "council": "322 322", "cannery": "322 222"},
    "school": {
        "kitchen": "444 443", "cannery": "434 343", "farm": "333 232", "network": "323 222", "home": "223 121",
    },
    "home": {"kitchen": "433 333", "gleaners": "444 342", "mutual": "322 223", "haulier": "333 222"},
    "gleaners": {
        "kitchen": "334 433", "farm": "344 333", "home": "334 232", "haulier": "433 222", "people": "444 331",
        "mutual": "212 112",
    },
    "cannery": {
        "kitchen": "233 433", "farm": "323 232", "school": "444 343", "council": "223 413", "fund": "222 313",
    },
    "network": {
        "kitchen": "433 333", "council": "333 423", "fund": "323 413", "people": "444 332", "farm": "334 222",
    },
    "people": {"kitchen": "323 332", "council": "212 412", "network": "344 332", "gleaners": "444 341", "school": "?"},
}  # fmt: skip
"""Trust, then value, in the order of the questions: reliability, openness, shared mission; influence, involvement,
resources. Whom a sheet does not name, its partner does not work with."""

RELATIONS = RelationsTold(SHEETS, reserved=frozenset({"mutual"}), closed=True)
