"""Says of a folder of published tables what the attacker attack.py says, for folders attack.py is too slow on.

    ATTACK=FOLDER python3 large_years.py DIR [--json FILE]

ATTACK names the folder of attack.py, which is used as it is: its reading of the tables, its relations, its solver.
Needs numpy and scipy. Ends with 0 when DIR is safe, 1 when it is not, 2 when its tables contradict each other or
cannot be read, as attack.py does. Progress goes to stderr, the results to stdout.

attack.py reports a cell when all that could have been, given the tables, keeps it narrow. To show that it does not
report a cell it is enough to show some ways it could have been: whole numbers for every unknown that satisfy every
relation, and between them make the cell wide enough, or nobody, or as many as may be shown. So this program

 1. lists the cells attack.py asks about (`Questions`),
 2. looks for ways with random objectives, and checks each in whole numbers against every relation and bound as
    they were before attack.py simplified them (`look_for_ways`, `Ways`),
 3. asks attack.py's solver about the cells no way has settled (`ExactAnswers`), and
 4. reports (`findings`, `main`).

The relations fall into components that share no unknown. A way is put together from one point of each, and the least
of a sum is the sum of the leasts. No cell is called safe but by a checked way or by attack.py's solver.
"""

import argparse
import importlib.util
import itertools
import json
import logging
import os
import sys
from collections import defaultdict
from dataclasses import dataclass

SEED = 1
ROUNDS = 400  # ways looked for at most
PATIENCE = 6  # rounds in a row that settle no further cell, after which the rest is asked exactly
LARGEST_COUNT = 1e5  # a ceiling for unknowns without one, so that every objective has an optimum
WHOLE_POINT_SECONDS = 60  # for the integer program of one component
WHOLE = 1e-6  # how far from a whole number a solver may land
LINES_SHOWN = 12
UNLISTED = "†"  # begins the code attack.py adds to a list that is not exhaustive
HIDDEN, DERIVED, PUBLISHED = "hidden", "derived", "published"
INFINITY = float("inf")
log = logging.getLogger("large_years")


def refuse(sentence):
    """Ends the program as attack.py ends on what it cannot judge: 1 would say that the tables are unsafe."""
    print(sentence, file=sys.stderr)
    sys.exit(2)


def load_attack():
    """The module attack.py from the folder that ATTACK names."""
    path = os.path.join(os.environ.get("ATTACK", ""), "attack.py")
    if "ATTACK" not in os.environ or not os.path.isfile(path):
        refuse("large_years.py: set ATTACK to the folder that holds attack.py.")
    sys.dont_write_bytecode = True  # that folder is only read
    specification = importlib.util.spec_from_file_location("attack", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


try:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, linprog, milp
    from scipy.sparse import csc_matrix, csr_matrix, vstack
except ImportError as missing:
    refuse(f"large_years.py: needs numpy and scipy ({missing}).")
try:
    # A private part of scipy: only here can the solver go on from its last point, without presolve, when nothing but
    # the objective has changed. That makes a round take milliseconds where scipy's public functions start anew.
    from scipy.optimize._highspy._core import HighsLp, HighsModelStatus, MatrixFormat, _Highs
except ImportError as missing:
    refuse(f"large_years.py: needs the solver inside scipy as scipy 1.17 has it ({missing}).")
attack = load_attack()


# ---- The tables as relations


def relation_matrix(relations, unknowns):
    """Relations as whole weights and right-hand sides, so that a way can be checked without rounding."""
    weights, rows, columns = [], [], []
    for number, (terms, _) in enumerate(relations):
        for unknown, weight in terms.items():
            if weight != round(weight):
                raise ValueError("a relation has a weight that is no whole number; ask attack.py itself")
            weights.append(int(weight))
            rows.append(number)
            columns.append(unknown)
    weights = np.array(weights, dtype=np.int64)
    matrix = csr_matrix((weights, (rows, columns)), shape=(len(relations), unknowns))
    return matrix, np.array([right for _, right in relations], dtype=float)


class Puzzle:
    """The unknowns and relations attack.py makes of a folder, and the components they fall into."""

    def __init__(self, folder):
        self.model = attack.load(folder)
        attack.build(self.model)
        self.size = len(self.model.names)
        # Taken now, because attack.presolve narrows the bounds in place: a way is held against what was published.
        self.equations = relation_matrix(self.model.eqs, self.size)
        self.inequalities = relation_matrix(self.model.ineqs, self.size)
        self.least, self.most = np.array(self.model.lo), np.array(self.model.hi)
        log.info("%d unknowns, %d published rows", self.size, len(self.model.rows))
        self.fixed, self.components, find = attack.presolve(self.model)
        self.solver = attack.Solver(self.model, self.fixed, self.components, find, True)
        self.roots = list(self.components)
        self.component_of = np.full(self.size, -1)
        for number, root in enumerate(self.roots):
            self.component_of[self.components[root][0]] = number
        self._check_components()
        log.info("%d components, the largest of %d unknowns", len(self.roots), self.largest_component())
        self._read_terms()

    def _read_terms(self):
        """What the publisher declared: thresholds, widths, headline figures, and which measure is part of which."""
        terms = self.model.meta
        self.threshold = terms.get("threshold", 5)
        self.width = terms.get("width", self.threshold)
        self.thresholds = terms.get("thresholds", {})
        self.headlines = {frozenset(dimensions) for dimensions in terms.get("headline", [])} | {frozenset()}
        self.larger_measures = defaultdict(set)
        for measure, larger in terms.get("leq", []):
            self.larger_measures[measure].add(larger)

    def _check_components(self):
        """Points of different components may be put together only where no relation joins two of them."""
        for matrix, _ in (self.equations, self.inequalities):
            row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
            component = self.component_of[matrix.indices]
            is_open = component >= 0
            joined = set(zip(row[is_open].tolist(), component[is_open].tolist()))
            if len(joined) > len({number for number, _ in joined}):
                raise ValueError("a relation joins two components; ask attack.py itself")

    def largest_component(self):
        return max((len(unknowns) for unknowns, _, _ in self.components.values()), default=0)

    def fixed_count(self, unknown):
        return int(round(self.fixed[unknown]))

    def fixed_part(self):
        """A way as far as it is known: the fixed unknowns, and 0 for the others."""
        return np.array([0 if count is None else int(round(count)) for count in self.fixed], dtype=np.int64)

    def limits(self, measure):
        """The threshold of a measure, and the width required of its hidden counts."""
        if measure in self.thresholds:
            return self.thresholds[measure], self.thresholds[measure]
        return self.threshold, self.width

    def is_headline(self, dimensions):
        """Whether the publisher declared cells of these dimensions public at any size."""
        return frozenset(dimensions) in self.headlines

    def allows(self, way):
        """Whether a way satisfies every relation and bound, in whole numbers."""
        equations, equal = self.equations
        inequalities, limit = self.inequalities
        return not (
            (equations @ way != equal).any()
            or (inequalities @ way > limit).any()
            or (way < self.least).any()
            or (way > self.most).any()
        )


# ---- The cells asked


@dataclass(frozen=True)
class Cell:
    """A sum of unknowns that attack.py asks about."""

    label: str
    unknowns: tuple
    kind: str
    is_somebody: bool = False  # published as hidden, but not zero


def hidden_cells(puzzle):
    """The cells that were published without their count."""
    for label, terms, (least, _), is_exact, _ in puzzle.model.targets:
        if any(weight != 1 for weight in terms.values()):
            raise ValueError(f"{label}: not a plain sum of unknowns; ask attack.py itself")
        if not is_exact:
            yield Cell(label, tuple(terms), HIDDEN, least >= 1)


def derived_cells(puzzle):
    """The cells the tables speak about without publishing them: of every period, then of all periods together."""
    published = {frozenset(terms) for _, terms, _, _, _ in puzzle.model.targets}
    over_time = defaultdict(list)

    def label(measure, period, codes):
        return f"{measure} {period} " + ", ".join(f"{dimension}={code}" for dimension, code in sorted(codes))

    for (measure, months, codes), unknown in puzzle.model.ids.items():
        if any(UNLISTED in code for _, code in codes):
            continue
        over_time[(measure, codes)].append(unknown)
        if puzzle.is_headline(dimension for dimension, _ in codes) or frozenset([unknown]) in published:
            continue
        count = puzzle.fixed[unknown]
        if count is None or 1 <= count < puzzle.limits(measure)[0]:
            yield Cell(label(measure, attack.show_period(*months), codes), (unknown,), DERIVED)
    for (measure, codes), unknowns in over_time.items():
        if len(unknowns) == 1 or puzzle.is_headline(dimension for dimension, _ in codes):
            continue
        if frozenset(unknowns) not in published:
            yield Cell(label(measure, "all periods", codes), tuple(unknowns), DERIVED)


def cells_asked(puzzle):
    """The cells attack.py asks about, in its order, each once."""
    cells = {}
    for cell in itertools.chain(hidden_cells(puzzle), derived_cells(puzzle)):
        cells.setdefault(frozenset(cell.unknowns), cell)
    return list(cells.values())


class PublishedCounts:
    """The smallest published count of a population, as the function `published` inside attack.py finds it.

    attack.py goes through every row for every cell; here rows are found by their measure and dimensions.
    """

    def __init__(self, model):
        self.exact, self.found = {}, {}
        for _, _, _, is_exact, row in model.targets:
            if is_exact:
                key = (row["measure"], row["period"], self._frozen(row["groups"]))
                self.exact[key] = min(int(row["value"]), self.exact.get(key, INFINITY))
        self.rows = defaultdict(lambda: defaultdict(list))  # measure -> dimensions -> (period, codes, count)
        for (measure, period, codes), count in self.exact.items():
            self.rows[measure][frozenset(dict(codes))].append((period, dict(codes), count))

    @staticmethod
    def _frozen(codes):
        return frozenset((dimension, frozenset(chosen)) for dimension, chosen in codes.items())

    def containing(self, measure, periods, codes):
        """The smallest published count of a population this one is part of."""
        return self._smallest(self._containing_row, measure, frozenset(periods), codes)

    def equal(self, measure, periods, codes):
        """The smallest published count of this very population."""
        return self._smallest(self._equal_row, measure, frozenset(periods), codes)

    def _smallest(self, look_up, measure, periods, codes):
        """Of one row, or of one for each period, as a quarter is three published months."""
        key = (look_up, measure, periods, self._frozen(codes))
        if key not in self.found:
            span = (min(start for start, _ in periods), max(end for _, end in periods))
            best = look_up(measure, span, codes)
            if len(periods) > 1:
                each = (self._smallest(look_up, measure, frozenset([period]), codes) for period in periods)
                best = min(best, sum(each))
            self.found[key] = best
        return self.found[key]

    def _equal_row(self, measure, span, codes):
        return self.exact.get((measure, span, self._frozen(codes)), INFINITY)

    def _containing_row(self, measure, span, codes):
        best = INFINITY
        for dimensions, rows in self.rows[measure].items():
            if not dimensions <= codes.keys():
                continue
            for (start, end), allowed, count in rows:
                if count < best and start <= span[0] and span[1] <= end:
                    if all(codes[dimension] <= chosen for dimension, chosen in allowed.items()):
                        best = count
        return best


def natural_width(puzzle, published, cell):
    """The width that published totals leave a cell at most; as in attack.py, nothing can be demanded beyond it."""
    names = [puzzle.model.names[unknown] for unknown in cell.unknowns]
    measure, periods = names[0][0], {months for _, months, _ in names}
    codes = defaultdict(set)
    for dimension, code in itertools.chain.from_iterable(chosen for _, _, chosen in names):
        codes[dimension].add(code)
    most = published.containing(measure, periods, codes)
    for larger in puzzle.larger_measures[measure]:
        base, where = puzzle.model.alias.get(larger, (larger, {}))
        within = {**codes, **{dimension: {code} for dimension, code in where.items()}}
        most = min(most, published.containing(base, periods, within))
    width = most
    for headline in puzzle.headlines:
        if headline and headline < set(codes):
            rest = {dimension: chosen for dimension, chosen in codes.items() if dimension not in headline}
            total = published.equal(measure, periods, rest)
            if total < INFINITY:
                others = count_of_siblings(puzzle, published, measure, periods, codes, headline)
                width = min(width, min(total, most) - max(0, total - others))
    return width


def count_of_siblings(puzzle, published, measure, periods, codes, headline):
    """At most how many are counted under the other codes of a headline's dimensions."""
    dimensions = sorted(headline)
    count = 0
    for combination in itertools.product(*[puzzle.model.dom(dimension) for dimension in dimensions]):
        sibling = dict(zip(dimensions, combination))
        is_cell_itself = all(code in codes[dimension] for dimension, code in sibling.items())
        if is_cell_itself or any(UNLISTED in code for code in combination):
            continue
        chosen = {dimension: {code} for dimension, code in sibling.items()}
        count += published.containing(measure, periods, chosen)
    return count


class Questions:
    """The cells asked, and what would settle each: its width if it is hidden, its ends if it is derived."""

    def __init__(self, puzzle):
        self.cells = cells_asked(puzzle)
        limits = [puzzle.limits(puzzle.model.names[cell.unknowns[0]][0]) for cell in self.cells]
        self.thresholds = np.array([threshold for threshold, _ in limits])
        self.is_hidden = np.array([cell.kind == HIDDEN for cell in self.cells], dtype=bool)
        self.required = np.zeros(len(self.cells))
        published = PublishedCounts(puzzle.model)
        for number in np.flatnonzero(self.is_hidden):
            cell = self.cells[number]
            possible = natural_width(puzzle, published, cell) - (1 if cell.is_somebody else 0)
            self.required[number] = min(limits[number][1], max(0, possible))
        log.info("%d cells, %d of them hidden", len(self.cells), self.is_hidden.sum())

    def unsettled(self, least, most):
        """Which cells could be reported if the counts named were the least and the most they can be."""
        is_small = (least >= 1) & (most < self.thresholds)
        return np.where(self.is_hidden, most - least < self.required, is_small)

    def violation(self, number, least, most):
        """What attack.py reports of a cell whose least and most count are known exactly, or None."""
        cell, required = self.cells[number], self.required[number]
        if cell.kind == DERIVED:
            is_small = 1 <= least and most < self.thresholds[number]
            return "derived small count" + (" EXACT" if least == most else "") if is_small else None
        if least == most == 0 and not cell.is_somebody:
            return None  # a provable zero is a count of nobody
        if least == most and required > 0:
            return "EXACT"
        return f"narrow: width {most - least} < {required:.0f}" if most - least < required else None


# ---- The ways found and checked


class Ways:
    """What the ways found so far show of each cell.

    A cell is a fixed count and parts, one for each component it has unknowns in. Points of different components can
    be put together freely, so a cell reaches from the sum of the least its parts have been to the sum of the most.
    """

    def __init__(self, puzzle, questions):
        self.puzzle, self.questions, self.count = puzzle, questions, 0
        self.fixed_counts = np.zeros(len(questions.cells), dtype=np.int64)
        cell_numbers, unknowns = [], []
        for number, cell in enumerate(questions.cells):
            for unknown in cell.unknowns:
                if puzzle.component_of[unknown] < 0:
                    self.fixed_counts[number] += puzzle.fixed_count(unknown)
                else:
                    cell_numbers.append(number)
                    unknowns.append(unknown)
        self.term_cell = np.array(cell_numbers, dtype=np.int64)
        self.term_unknown = np.array(unknowns, dtype=np.int64)
        self._divide_into_parts()

    def _divide_into_parts(self):
        components = max(len(self.puzzle.roots), 1)
        codes = self.term_cell * components + self.puzzle.component_of[self.term_unknown]
        parts, part_of_term = np.unique(codes, return_inverse=True)
        self.part_cell = parts // components
        ones = np.ones(len(codes), dtype=np.int64)
        self.part_sums = csr_matrix((ones, (part_of_term, self.term_unknown)), shape=(len(parts), self.puzzle.size))
        self.part_least = self.part_most = None  # of the ways kept

    def keep(self, way):
        """Takes a way into account if it satisfies every relation and bound; says whether it does."""
        if not self.puzzle.allows(way):
            return False
        counts = self.part_sums @ way
        self.part_least = counts if self.count == 0 else np.minimum(self.part_least, counts)
        self.part_most = counts if self.count == 0 else np.maximum(self.part_most, counts)
        self.count += 1
        return True

    def span(self):
        """The least and the most each cell has been; only where a way was kept."""
        least, most = self.fixed_counts.copy(), self.fixed_counts.copy()
        np.add.at(least, self.part_cell, self.part_least)
        np.add.at(most, self.part_cell, self.part_most)
        return least, most

    def unsettled(self):
        """Which cells could still be reported."""
        if self.count == 0:
            return np.ones(len(self.fixed_counts), dtype=bool)
        return self.questions.unsettled(*self.span())

    def objective(self, cell_weights):
        """Weights of cells as weights of their unknowns."""
        objective = np.zeros(self.puzzle.size)
        np.add.at(objective, self.term_unknown, cell_weights[self.term_cell])
        return objective


class ComponentProgram:
    """The linear program of one component, kept in the solver so that each objective goes on from the last point."""

    def __init__(self, puzzle, root):
        unknowns, _, self.equations, self.inequalities, self.least, self.most = puzzle.solver.matrices((root,))
        self.unknowns = np.array(unknowns)
        self.ceiling = np.minimum(self.most, LARGEST_COUNT)
        self.has_point, self.solves = False, 0
        self.solver = _Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("presolve", "off")
        self.solver.passModel(self._program())

    def _program(self):
        """The relations and bounds as HiGHS takes them, with no objective yet."""
        (equations, equal), (inequalities, limit) = self.equations, self.inequalities
        given = [matrix for matrix in (equations, inequalities) if matrix is not None]
        matrix = vstack(given).tocsc() if given else csc_matrix((0, len(self.unknowns)))
        equal = [] if equal is None else equal
        limit = [] if limit is None else limit
        program = HighsLp()
        program.num_col_, program.num_row_ = len(self.unknowns), matrix.shape[0]
        program.col_cost_ = np.zeros(len(self.unknowns))
        program.col_lower_, program.col_upper_ = np.array(self.least, dtype=float), self.ceiling
        program.row_lower_ = np.concatenate([equal, np.full(len(limit), -np.inf)])
        program.row_upper_ = np.concatenate([equal, limit])
        program.a_matrix_.format_ = MatrixFormat.kColwise
        program.a_matrix_.num_col_, program.a_matrix_.num_row_ = len(self.unknowns), matrix.shape[0]
        program.a_matrix_.start_ = matrix.indptr.astype(np.int32)
        program.a_matrix_.index_ = matrix.indices.astype(np.int32)
        program.a_matrix_.value_ = matrix.data.astype(float)
        return program

    def solve(self, objective):
        """A whole point of the component far against an objective, or None where none is found."""
        costs = objective[self.unknowns]
        self.solves += 1
        self.solver.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
        self.solver.run()
        self.solver.setOptionValue("simplex_strategy", 4)  # primal: the last point stays allowed under new costs
        status = self.solver.getModelStatus()
        if status == HighsModelStatus.kInfeasible:
            self._confirm_contradiction()
        if status != HighsModelStatus.kOptimal:
            return None
        point = np.array(self.solver.getSolution().col_value)
        if np.abs(point - np.round(point)).max() > WHOLE:
            point = self._whole_point(costs)
        if point is None:
            return None
        self.has_point = True
        return np.round(point).astype(np.int64)

    def _confirm_contradiction(self):
        """Calls the tables contradictory only if the solver attack.py uses says so too."""
        (equations, equal), (inequalities, limit) = self.equations, self.inequalities
        bounds = np.column_stack([self.least, self.most])
        nothing = np.zeros(len(self.unknowns))
        answer = linprog(nothing, inequalities, limit, equations, equal, bounds, method="highs")
        if answer.status == 2:
            raise attack.Contradiction("published tables contradict each other (infeasible)")

    def _whole_point(self, costs):
        """A point from the integer program, where the linear program ends between whole numbers."""
        (equations, equal), (inequalities, limit) = self.equations, self.inequalities
        constraints = []
        if equations is not None:
            constraints.append(LinearConstraint(equations, equal, equal))
        if inequalities is not None:
            constraints.append(LinearConstraint(inequalities, -np.inf, limit))
        answer = milp(
            costs,
            constraints=constraints,
            bounds=Bounds(self.least, self.ceiling),
            integrality=np.ones(len(costs)),
            options={"presolve": False, "time_limit": WHOLE_POINT_SECONDS},
        )
        return answer.x


def cell_weights(random, unsettled, number):
    """How hard a round pushes each unsettled cell, and whether up or down; every third round pushes all down."""
    size = len(unsettled)
    signs = np.ones(size) if number % 3 == 1 else random.choice([-1.0, 1.0], size=size)
    return np.where(unsettled, signs * random.uniform(0.5, 1.5, size=size), 0.0)


def next_way(way, programs, objective):
    """A way like the last, with a new point of every component the objective speaks about."""
    way = way.copy()
    for program in programs:
        if program.has_point and not objective[program.unknowns].any():
            continue
        point = program.solve(objective)
        if point is not None:
            way[program.unknowns] = point
    return way


def look_for_ways(puzzle, questions):
    """The ways found until every cell is settled or looking on settles no more; and how many programs were solved."""
    ways, way = Ways(puzzle, questions), puzzle.fixed_part()
    if not puzzle.roots:
        if not ways.keep(way):
            raise attack.Contradiction("the fixed cells do not satisfy the relations")
        return ways, 0
    programs = [ComponentProgram(puzzle, root) for root in puzzle.roots]
    random = np.random.default_rng(SEED)
    before, idle_rounds = None, 0
    for number in range(ROUNDS):
        unsettled = ways.unsettled()
        left = int(unsettled.sum())
        idle_rounds = idle_rounds + 1 if left == before else 0
        if left == 0 or idle_rounds == PATIENCE:
            break
        before = left
        log.info("round %d: %d cells unsettled", number + 1, left)
        candidate = next_way(way, programs, ways.objective(cell_weights(random, unsettled, number)))
        if ways.keep(candidate):
            way = candidate
        else:
            log.info("a way that does not hold")
    return ways, sum(program.solves for program in programs)


# ---- What is left, asked exactly


class ExactAnswers:
    """The least and the most of a cell from attack.py's solver, each component asked once for each part."""

    def __init__(self, puzzle):
        self.puzzle, self.known = puzzle, {}

    def interval(self, cell):
        parts = defaultdict(dict)
        least = most = 0
        for unknown in cell.unknowns:
            component = self.puzzle.component_of[unknown]
            if component < 0:
                least += self.puzzle.fixed_count(unknown)
                most += self.puzzle.fixed_count(unknown)
            else:
                parts[component][unknown] = 1.0
        for terms in parts.values():
            key = frozenset(terms)
            if key not in self.known:
                self.known[key] = self.puzzle.solver.interval(terms)
            least += self.known[key][0]
            most += self.known[key][1]
        return least, most


# ---- The report


def findings(puzzle, questions, ways):
    """Of every cell: the span the ways show, or the exact one where they do not settle it, and what it violates."""
    unsettled = ways.unsettled()
    log.info("%d cells to ask exactly", unsettled.sum())
    answers, results = ExactAnswers(puzzle), []
    spans = list(zip(*ways.span())) if ways.count else []
    for number, cell in enumerate(questions.cells):
        violation = None
        if unsettled[number]:
            least, most = answers.interval(cell)
            violation = questions.violation(number, least, most)
        else:
            least, most = map(int, spans[number])
        results.append(
            {
                "cell": cell.label,
                "kind": cell.kind,
                "lo": least,
                "hi": None if most == INFINITY else most,
                "exact": bool(unsettled[number]),
                "required": questions.required[number] if cell.kind == HIDDEN else None,
                "violation": violation,
            }
        )
    return results


def small_counts_published(puzzle):
    """Counts below their threshold that stand in a table."""
    for label, _, _, is_exact, row in puzzle.model.targets:
        if not is_exact or puzzle.is_headline(row["groups"]):
            continue
        count = int(row["value"])
        if 1 <= count < puzzle.limits(row["measure"])[0]:
            violation = f"small count published, {row['where']}"
            yield {"cell": label, "kind": PUBLISHED, "lo": count, "hi": count, "violation": violation}


def print_report(violations, summary):
    for found in violations[:LINES_SHOWN]:
        print(f"  UNSAFE  {found['cell']:<60} [{found['lo']}, {found['hi']}]  {found['violation']}")
    if len(violations) > LINES_SHOWN:
        print(f"  ... {len(violations) - LINES_SHOWN} more (--json FILE)")
    print(summary)
    print(f"UNSAFE: {len(violations)}" if violations else "SAFE")


def judge(folder):
    """The results of every cell, those that violate what was declared, and one line of figures."""
    puzzle = Puzzle(folder)
    questions = Questions(puzzle)
    ways, solves = look_for_ways(puzzle, questions)
    results = findings(puzzle, questions, ways)
    violations = [found for found in results if found["violation"]] + list(small_counts_published(puzzle))
    summary = (
        f"{folder}: {len(puzzle.model.rows)} published rows, {puzzle.size} unknowns, {len(puzzle.roots)} open "
        f"components (largest {puzzle.largest_component()}), {len(results)} cells "
        f"({questions.is_hidden.sum()} hidden), {ways.count} checked ways from {solves} solves, "
        f"{sum(found['exact'] for found in results)} cells asked exactly"
    )
    return results, violations, summary


def main():
    parser = argparse.ArgumentParser(description="What attack.py says of a folder of tables it is too slow on.")
    parser.add_argument("folder", metavar="DIR", help="the tables and their meta.json")
    parser.add_argument("--json", metavar="FILE", help="write the results of every cell there")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(relativeCreated)8d ms  %(message)s")  # to stderr
    try:
        results, violations, summary = judge(arguments.folder)
    except (attack.Contradiction, ValueError, KeyError, OSError) as problem:
        print("INPUT:", problem)
        return 2
    print_report(violations, summary)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump({"results": results, "violations": violations}, file, ensure_ascii=False)
    return 1 if violations else 0


if __name__ == "__main__":
    if "PYTHONHASHSEED" not in os.environ:
        # attack.py numbers its unknowns in the order of sets of strings, which Python shuffles anew in every process.
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, "PYTHONHASHSEED": "0"})
    sys.exit(main())
