#!/usr/bin/env python3
"""Does Scripts/score count what it says? Small texts and records, written by hand, each with a fault that must be seen."""

import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "Scripts"))
from scoring import annotations, contents, law, sequence  # noqa: E402
from scoring.record import Node  # noqa: E402

LIST = """Report
Contents
                              Paragraphs   Page
        Introduction ..............  1-2      2
    I.  Opening of the
        session ...................  3-4      2
        A.  Agenda ................    4      3
Annex
        List of participants ......           5
Introduction
1. One.
2. Two.
I. Opening of the session
3. Three.
A. Agenda
4. Four.
Annex
List of participants""".split("\n")


def paragraph(number, line):
    return {"type": "paragraph", "lines": str(line), "num": [number], "content": []}


def section(number, heading, line, *content, name="section"):
    made = {"type": name, "lines": str(line), "heading": [heading], "content": list(content)}
    return made | ({"num": [number]} if number else {})


def record(*body, masthead=()):
    return Node("meetingReport", {"masthead": list(masthead), "body": list(body)} if masthead else {"body": list(body)})


def whole(opening="3.", agenda_level=2, last="4."):
    agenda = section("A.", "Agenda", 15, paragraph(last, 16))
    inside, beside = ([agenda], []) if agenda_level == 2 else ([], [agenda])
    return record(
        section(None, "Introduction", 10, paragraph("1.", 11), paragraph("2.", 12)),
        section("I.", "Opening of the session", 13, paragraph(opening, 14), *inside), *beside,
        section("Annex", "List of participants", 17, name="annex"),
    )


class ContentsTests(unittest.TestCase):
    def test_the_list_is_read_from_the_text(self):
        found = contents.find(LIST)
        self.assertEqual(len(found), 1)
        self.assertEqual((found[0].first, found[0].last), (2, 9))
        entries = [(e.number, e.heading, e.level, e.range, e.in_annexes) for e in found[0].entries]
        self.assertEqual(entries, [
            ("", "Introduction", 1, (1, 2), False), ("I", "Opening of the session", 1, (3, 4), False),
            ("A", "Agenda", 2, (4, 4), False), ("", "List of participants", 1, None, True),
        ])

    def test_headings_and_ranges_of_a_right_record_are_found(self):
        check = contents.ContentsCheck(whole(), LIST)
        self.assertEqual((check.entries, check.found, check.ranges, check.right), (4, 4, 3, 3))

    def test_a_list_without_a_contents_element_is_missed(self):
        self.assertEqual(contents.ContentsCheck(whole(), LIST).listed, 0)

    def test_a_wrong_level_is_seen(self):
        self.assertEqual(contents.ContentsCheck(whole(agenda_level=1), LIST).found, 3)

    def test_a_wrong_range_is_seen(self):
        self.assertEqual(contents.ContentsCheck(whole(last="5."), LIST).right, 1)

    def test_a_section_in_the_list_itself_is_not_the_one_it_names(self):
        copy = record(section(None, "Introduction", 4), section("I.", "Opening of the session", 5))
        self.assertEqual(contents.ContentsCheck(copy, LIST).found, 0)

    def test_part_of_a_heading_is_not_the_heading(self):
        cut = record(section("I.", "Opening of the", 13))
        self.assertEqual(contents.ContentsCheck(cut, LIST).found, 0)


class SequenceTests(unittest.TestCase):
    def check(self, *numbers, lines=()):
        check = sequence.SequenceCheck(record(*(paragraph(n, k) for k, n in enumerate(numbers, 1))), lines)
        return check.in_order, check.due

    def test_a_whole_sequence(self):
        self.assertEqual(self.check("1.", "2.", "(3)"), (3, 3))

    def test_a_gap_and_a_duplicate(self):
        self.assertEqual(self.check("1.", "2.", "4.", "4."), (3, 5))

    def test_a_list_read_as_paragraphs(self):
        self.assertEqual(self.check("1.", "2.", "1.", "2.", "3.", "4."), (4, 6))

    def test_a_figure_that_is_no_number_is_one_fault(self):
        self.assertEqual(self.check("1.", "2.", "9.30"), (2, 3))

    def test_dotted_numbers_count_under_their_section(self):
        self.assertEqual(self.check("1.1", "1.2", "2.1", "2.3"), (4, 5))

    def test_an_annex_begins_anew_or_goes_on(self):
        for number in ("1.", "3."):
            annex = section("Annex", "More", 3, paragraph(number, 3), name="annex")
            check = sequence.SequenceCheck(record(paragraph("1.", 1), paragraph("2.", 2), annex), [])
            self.assertEqual((check.in_order, check.due), (3, 3))

    def test_numbers_that_were_not_read_are_due(self):
        text = [f"({n}) Paragraph" for n in range(1, 11)]
        self.assertEqual(self.check(lines=text), (0, 10))

    def test_a_resolution_has_a_sequence_of_its_own(self):
        made = record(section("1", "One", 1, paragraph("1.", 1), paragraph("2.", 2)), section("2", "Two", 3, paragraph("1.", 3)))
        check = sequence.SequenceCheck(made, [])
        self.assertEqual((check.in_order, check.due), (3, 3))


class LawTests(unittest.TestCase):
    def check(self, text, *body, masthead=()):
        return law.Law(record(*body, masthead=masthead), text.split("\n"))

    def words(self, text):
        return {"type": "paragraph", "content": [{"type": "p", "content": [text]}]}

    def test_a_broken_word_may_lose_its_hyphen(self):
        check = self.check("further-\nance of", self.words("furtherance of"))
        self.assertEqual((check.breaks, check.dropped, check.kept), ([], 1, 1))

    def test_a_lost_character_is_seen_with_its_line(self):
        check = self.check("one\ntwo", self.words("one to"))
        self.assertEqual([line for line, _ in check.breaks], [2])
        self.assertLess(check.kept, 1)

    def test_an_added_character_is_seen(self):
        self.assertTrue(self.check("one", self.words("one 2")).breaks)

    def test_text_out_of_order_is_seen(self):
        self.assertTrue(self.check("one\ntwo", self.words("two"), self.words("one")).breaks)

    def test_a_masthead_may_be_in_another_order_and_may_lose_nothing(self):
        fields = [{"type": "symbol", "lines": "1", "content": ["B/1"]}, {"type": "organ", "lines": "1", "content": ["Organ"]}]
        self.assertFalse(self.check("Organ  B/1", masthead=fields).breaks)
        self.assertTrue(self.check("Organ  B/12", masthead=fields).breaks)


class MarkTests(unittest.TestCase):
    def test_marks_and_notes(self):
        marks = [{"type": "noteReference", "target": t, "content": ["1"]} for t in ("fn_1", "fn_9")]
        notes = [{"type": "footnote", "id": i, "lines": "2", "marker": ["1"], "content": []} for i in ("fn_1", "fn_2")]
        check = sequence.MarkCheck(record({"type": "paragraph", "content": [{"type": "p", "content": marks}]}, *notes), [])
        self.assertEqual((check.marks, check.answered, check.notes, check.called), (2, 1, 2, 1))

    def test_a_note_without_a_mark_says_whether_the_text_prints_one(self):
        note = {"type": "footnote", "id": "fn_1", "lines": "2", "marker": ["1"], "content": []}
        for line, place, unprinted in [
            ("the library1 of the ministry", 1, 0), ("the report, 1/ which", 1, 0), ("were posted. 1 Others", 1, 0),
            ("in 12 places and 1 more", None, 1), ("document A/XY/1 of", None, 1),
        ]:
            with self.subTest(line):
                lines = [line, "  1   See the annex."]
                self.assertEqual(sequence.printed_call("1", lines, {2}), place)
                self.assertEqual(sequence.MarkCheck(record(note), lines).unprinted, unprinted)


class AnnotationTests(unittest.TestCase):
    FIELDS = [{"type": "organ", "lines": "1", "content": ["United  Nations"]}, {"type": "venue", "lines": "2", "content": ["Paris, 1 May 1990"]}]
    ANNOTATION = {"masthead": [], "sections": [], "officers": [], "states": None}

    def compare(self, measure, made, **annotated):
        tally = annotations.compare(self.ANNOTATION | annotated, made)[0][measure]
        return tally.annotated, tally.read, tally.found

    def test_the_whole_text_of_a_field_must_match(self):
        made = record(masthead=self.FIELDS)
        wanted = [{"kind": "organ", "text": "United Nations"}, {"kind": "venue", "text": "Paris"}]
        self.assertEqual(self.compare("masthead", made, masthead=wanted), (2, 2, 1))

    def test_either_reading_of_a_field_is_right(self):
        made = record(masthead=self.FIELDS[1:])
        split = [{"kind": "venue", "text": "Paris"}, {"kind": "venue", "text": "1 May 1990"}]
        wanted = [{"either": [split, [{"kind": "venue", "text": "Paris, 1 May 1990"}]]}]
        self.assertEqual(self.compare("masthead", made, masthead=wanted), (1, 1, 1))

    def test_sections_and_ranges(self):
        wanted = [
            {"number": "I.", "heading": "Opening of the session", "level": 1, "first": "3", "last": "4", "line": 13},
            {"number": "A.", "heading": "Agenda", "level": 1, "first": "4", "last": "4", "line": 15},
            {"number": "Annex", "heading": "List of participants", "level": 1, "element": "annex", "line": 17},
        ]
        self.assertEqual(self.compare("sections", whole(), sections=wanted), (3, 4, 2))
        self.assertEqual(self.compare("ranges", whole(), sections=wanted), (2, 2, 1))

    def test_officers_are_compared_without_titles_and_once(self):
        people = [{"type": "person", "as": "chair", "content": [name]} for name in ("Mr. A. Bee", "A. Bee", "Ms Cee")]
        made = record({"type": "paragraph", "content": [{"type": "p", "content": people}]})
        wanted = [{"person": "Mr. A. Bee", "as": "chair"}, {"person": "Ms Cee", "as": "rapporteur"}]
        self.assertEqual(self.compare("officers", made, officers=wanted), (2, 2, 1))

    def test_states_are_those_in_statements_of_attendance(self):
        state = lambda code, capacity: {"type": "organization", "kind": "state", "code": code, "as": capacity, "content": [code]}
        inside = {"type": "statement", "kind": "attendance", "content": [state("FRA", "participant"), state("CSK", "absent")]}
        made = record({"type": "paragraph", "content": [{"type": "p", "content": [inside, state("ITA", "participant")]}]})
        self.assertEqual(self.compare("states", made, states=["FRA", "CHE"]), (2, 1, 1))


if __name__ == "__main__":
    unittest.main()
