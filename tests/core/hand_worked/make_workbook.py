"""Make workbook.xlsx: answers.csv worked by spreadsheet formulas, one sheet a step, nothing computed here.

Run it from the root of the project, then let LibreOffice compute the formulas (Debian: apt install libreoffice-calc):

    python tests/core/hand_worked/make_workbook.py /tmp/formulas/workbook.xlsx
    soffice --headless --convert-to xlsx --outdir tests/core/hand_worked /tmp/formulas/workbook.xlsx

The numbers that tests read are those that LibreOffice stored in the cells. The rules are written out again here, in the
words of a spreadsheet, from docs/measures: this script imports nothing of the project.
"""

import csv
import sys
from pathlib import Path

import openpyxl
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name as letter

HERE = Path(__file__).parent
FACETS = ("vision", "action", "means")
STAGES = ((0, "absent"), (1, "emerging"), (2, "structured"), (3, "shared"), (3.5, "driving"))
PATTERNS = {
    "incantation": ("vision", "action"),
    "activism": ("action", "vision"),
    "overreach": ("action", "means"),
    "dormant_means": ("means", "action"),
    "unfunded_vision": ("vision", "means"),
}
OWN = "steering"
TARGET = 3


def main(target: Path) -> None:
    with (HERE / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    people = list(dict.fromkeys((row["circle"], row["organisation"], row["respondent"]) for row in rows))
    first = [row["item"] for row in rows if row["respondent"] == rows[0]["respondent"]]
    columns = [item for item in first if not item.endswith(".importance")]
    topics = list(dict.fromkeys(column.rsplit(".", 1)[0] for column in columns))
    columns += [f"{topic}.importance" for topic in topics]
    given = {(row["respondent"], row["item"]): row["answer"] for row in rows}
    target.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(target)
    work = Work(book, people, columns, topics)
    work.answers(given)
    work.organisations()
    work.circles()
    work.items()
    work.axes()
    work.topics()
    book.close()
    openpyxl.load_workbook(target).save(target)  # drops the zeros stored as results, so that LibreOffice computes them


class Work:
    """The sheets, in the order a person would work."""

    def __init__(self, book, people, columns, topics):
        self.book, self.people, self.columns, self.topic_ids = book, people, columns, topics
        self.circle_ids = list(dict.fromkeys(circle for circle, _, _ in people))
        self.pairs = list(dict.fromkeys((circle, organisation) for circle, organisation, _ in people))
        self.item_ids = [column for column in columns if not column.endswith(".importance")]
        self.axis_ids = list(dict.fromkeys(topic.split(".")[0] for topic in topics))
        self.title = book.add_format({"bold": True, "rotation": 60})
        self.number = book.add_format({"num_format": "0.00"})

    def sheet(self, name, header):
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        for place, word in enumerate(header):
            sheet.write(0, place, word, self.title)
        return sheet

    def column(self, item, first=3):
        return letter(first + self.columns.index(item))

    def answers(self, given):
        """One line a person: levels as numbers, « dont_know » and the like as text, which the functions pass over."""
        sheet = self.sheet("answers", ["respondent", "organisation", "circle", *self.columns])
        for place, (circle, organisation, person) in enumerate(self.people, 1):
            sheet.write_row(place, 0, [person, organisation, circle])
            for number, item in enumerate(self.columns):
                answer = given.get((person, item), "")
                sheet.write(place, 3 + number, int(answer) if answer.isdigit() else answer)

    def people_range(self, item):
        column = self.column(item)
        return f"answers!${column}$2:${column}${len(self.people) + 1}"

    def organisations(self):
        """The mean of each organisation in each circle."""
        sheet = self.sheet("organisations", ["circle", "organisation", "", *self.columns])
        last = len(self.people) + 1
        for place, (circle, organisation) in enumerate(self.pairs, 1):
            sheet.write_row(place, 0, [circle, organisation])
            for number, item in enumerate(self.columns):
                where = f"answers!$C$2:$C${last},$A{place + 1},answers!$B$2:$B${last},$B{place + 1}"
                sheet.write_formula(
                    place, 3 + number, f'=IFERROR(AVERAGEIFS({self.people_range(item)},{where}),"")', self.number
                )

    def circles(self):
        """The mean over organisations in each circle."""
        sheet = self.sheet("circles", ["circle", "", "", *self.columns])
        for place, circle in enumerate(self.circle_ids, 1):
            sheet.write(place, 0, circle)
            inside = [number + 2 for number, pair in enumerate(self.pairs) if pair[0] == circle]
            for number, item in enumerate(self.columns):
                column = self.column(item)
                cells = f"organisations!{column}{inside[0]}:{column}{inside[-1]}"
                sheet.write_formula(place, 3 + number, f'=IFERROR(AVERAGE({cells}),"")', self.number)

    def items(self):
        """Each item: its score in each circle and over circles, its answers, agreement, and self against the others."""
        counts = ["n", "0", "1", "2", "3", "4", "dont_know", "median"]
        sheet = self.sheet("items", ["item", *self.circle_ids, "score", *counts, "rwg", "ad", "gap"])
        own = self.circle_ids.index(OWN)
        for place, item in enumerate(self.item_ids, 1):
            row, given = place + 1, self.people_range(item)
            sheet.write(place, 0, item)
            for number in range(len(self.circle_ids)):
                cell = f"circles!{self.column(item)}{number + 2}"
                sheet.write_formula(place, 1 + number, f'=IF(ISNUMBER({cell}),{cell},"")', self.number)
            last = letter(len(self.circle_ids))
            others = ",".join(f"{letter(1 + number)}{row}" for number in range(len(self.circle_ids)) if number != own)
            formulas = [
                f'=IFERROR(AVERAGE(B{row}:{last}{row}),"")',
                f"=COUNT({given})",
                *(f"=COUNTIF({given},{level})" for level in range(5)),
                f'=COUNTIF({given},"dont_know")',
                f'=IFERROR(MEDIAN({given}),"")',
                f'=IF(COUNT({given})>=3,1-VAR({given})/2,"")',
                f'=IF(COUNT({given})>=3,AVEDEV({given}),"")',
                f'=IFERROR({letter(1 + own)}{row}-AVERAGE({others}),"")',
            ]
            for number, formula in enumerate(formulas):
                sheet.write_formula(place, len(self.circle_ids) + 1 + number, formula, self.number)

    def axes(self):
        """Facets of each axis in each circle, where half of its nine items have a score; then over circles."""
        by_circle = [f"{circle}.{facet}" for circle in self.circle_ids for facet in FACETS]
        header = ["axis", *by_circle, *FACETS, "maturity", "coherence", "stage", *PATTERNS]
        sheet = self.sheet("axes", header)
        place_of = {name: letter(number) for number, name in enumerate(header)}
        for place, axis in enumerate(self.axis_ids, 1):
            row = place + 1
            sheet.write(place, 0, axis)
            items = [item for item in self.item_ids if item.split(".")[0] == axis]
            for circle in self.circle_ids:
                line = self.circle_ids.index(circle) + 2
                cells = {item: f"circles!{self.column(item)}{line}" for item in items}
                for facet in FACETS:
                    mine = ",".join(cells[item] for item in items if item.endswith(facet))
                    half = f"COUNT({','.join(cells.values())})>={len(items) / 2}"
                    self.put(sheet, place, place_of[f"{circle}.{facet}"], f'=IF({half},IFERROR(AVERAGE({mine}),""),"")')
            for facet in FACETS:
                mine = ",".join(f"{place_of[f'{circle}.{facet}']}{row}" for circle in self.circle_ids)
                self.put(sheet, place, place_of[facet], f'=IFERROR(AVERAGE({mine}),"")')
            three = f"{place_of['vision']}{row}:{place_of['means']}{row}"
            whole = f"COUNT({three})=3"
            mature = f"{place_of['maturity']}{row}"
            bounds = ";".join(str(start) for start, _ in STAGES)
            names = ";".join(f'"{name}"' for _, name in STAGES)
            self.put(sheet, place, place_of["maturity"], f'=IF({whole},MIN(AVERAGE({three}),MIN({three})+1),"")')
            self.put(sheet, place, place_of["coherence"], f'=IF({whole},1-(MAX({three})-MIN({three}))/4,"")')
            found = f"LOOKUP(ROUND({mature},9),{{{bounds}}},{{{names}}})"
            self.put(sheet, place, place_of["stage"], f'=IF({whole},{found},"")')
            for name, (higher, lower) in PATTERNS.items():
                gap = f"ROUND({place_of[higher]}{row}-{place_of[lower]}{row},9)"
                self.put(sheet, place, place_of[name], f'=IF({whole},IF({gap}>=1,{gap},""),"")')

    def topics(self):
        """Priorities: what a topic lacks to the target, how much it matters, how much of the axis' gap it explains."""
        header = ["topic", *FACETS, "score", "highest", "lowest", "pull", "leverage", "importance", "product"]
        sheet = self.sheet("topics", header)
        axes = {axis: number + 2 for number, axis in enumerate(self.axis_ids)}
        first = len(self.circle_ids) * len(FACETS) + 1
        facets = [letter(first + number) for number in range(len(FACETS))]
        score = letter(len(self.circle_ids) + 1)
        for place, topic in enumerate(self.topic_ids, 1):
            row, axis = place + 1, topic.split(".")[0]
            sheet.write(place, 0, topic)
            for number, facet in enumerate(FACETS):
                cell = f"items!{score}{self.item_ids.index(f'{topic}.{facet}') + 2}"
                sheet.write_formula(place, 1 + number, f'=IF(ISNUMBER({cell}),{cell},"")', self.number)
            mine = f"axes!{facets[0]}{axes[axis]}:{facets[2]}{axes[axis]}"
            siblings = [self.topic_ids.index(each) + 2 for each in self.topic_ids if each.split(".")[0] == axis]
            pulls = f"H{siblings[0]}:H{siblings[-1]}"
            column = self.column(f"{topic}.importance")
            importance = f"circles!{column}2:{column}{len(self.circle_ids) + 1}"
            formulas = [
                f"=AVERAGE(B{row}:D{row})",
                f"=MATCH(MAX({mine}),{mine},0)",
                f"=MATCH(MIN({mine}),{mine},0)",
                f"=IFERROR(MAX(INDEX(B{row}:D{row},F{row})-INDEX(B{row}:D{row},G{row}),0),0)",
                f"=IF(SUM({pulls})>0,H{row}/SUM({pulls}),1/{len(siblings)})",
                f'=IFERROR(AVERAGE({importance})/4,"")',
                f"=MAX({TARGET}-E{row},0)*IF(ISNUMBER(J{row}),J{row},1)*I{row}",
            ]
            for number, formula in enumerate(formulas):
                sheet.write_formula(place, 4 + number, formula, self.number)

    def put(self, sheet, place, column, formula):
        sheet.write_formula(f"{column}{place + 1}", formula, self.number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
