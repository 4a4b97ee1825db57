// Ranges of suspects against a slow reference: elimination after Fourier and Motzkin, one unknown after another, on
// small systems; and repairs, put into the dataset, clear what they say.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/checking/recheck.hpp"
#include "tests/reasoning/run.hpp"

namespace crossfoot::testing {
namespace {

// factors · unknowns <= limit
struct Bound {
    std::vector<Rational> factors;
    Rational limit;
};

// What the bounds leave of unknown `keep`; nothing where they exclude each other. All ends are closed.
std::optional<Interval> eliminated(std::vector<Bound> bounds, std::size_t keep) {
    const std::size_t unknowns = bounds.front().factors.size();
    for (std::size_t gone = 0; gone < unknowns; ++gone) {
        if (gone == keep) continue;
        std::vector<Bound> next, above, below;
        for (Bound& each : bounds)
            (each.factors[gone].is_zero() ? next : each.factors[gone].sign() > 0 ? above : below).push_back(each);
        for (const Bound& a : above) {
            for (const Bound& b : below) {
                Bound made{{}, a.limit / a.factors[gone] - b.limit / b.factors[gone]};
                for (std::size_t i = 0; i < unknowns; ++i)
                    made.factors.push_back(a.factors[i] / a.factors[gone] - b.factors[i] / b.factors[gone]);
                next.push_back(std::move(made));
            }
        }
        bounds = std::move(next);
    }
    Interval out = Interval::everything();
    for (const Bound& each : bounds) {
        const Rational& factor = each.factors[keep];
        if (factor.is_zero()) {
            if (each.limit.sign() < 0) return std::nullopt;
            continue;
        }
        const Rational end = each.limit / factor;
        const auto cut = intersection(out, factor.sign() > 0 ? Interval{End::infinite(), End::closed(end)}
                                                             : Interval{End::closed(end), End::infinite()});
        if (!cut) return std::nullopt;
        out = *cut;
    }
    return out;
}

struct Equation {
    std::size_t a = 0, b = 0, sum = 0;  // a + b = sum
};

// f0 … f5, each rounded to whole numbers; sums of two that are a third, put together at random.
struct Case {
    std::vector<int> printed;
    std::vector<Equation> equations;
    [[nodiscard]] Reasoned reasoned() const {
        std::string figures = "_precision = \"last-digit\"\n", rules;
        for (std::size_t i = 0; i < printed.size(); ++i)
            figures += "f" + std::to_string(i) + " = " + std::to_string(printed[i]) + "\n";
        for (std::size_t i = 0; i < equations.size(); ++i) {
            const auto name = [](std::size_t f) { return "f" + std::to_string(f); };
            rules += "rule r" + std::to_string(i) + ": " + name(equations[i].a) + " + " + name(equations[i].b) + " = " +
                     name(equations[i].sum) + "\n";
        }
        return reason_text(figures, rules);
    }
};

Case any_case() {
    Case out;
    for (int i = 0; i < 6; ++i) out.printed.push_back(*rc::gen::inRange(0, 12));
    const int count = *rc::gen::inRange(1, 4);
    for (int k = 0; k < count; ++k) {
        // three different ones
        const int first = *rc::gen::inRange(0, 6), step = *rc::gen::inRange(1, 5),
                  further = *rc::gen::inRange(step + 1, 6);
        const auto place = [&](int way) { return static_cast<std::size_t>((first + way) % 6); };
        const Equation each{place(0), place(step), place(further)};
        out.equations.push_back(each);
    }
    return out;
}

RC_GTEST_PROP(RangeLaws, AgreeWithElimination, ()) {
    const Case made = any_case();
    const Reasoned out = made.reasoned();
    const auto place = [&](NodeId node) { return static_cast<std::size_t>(out.path(node)[1] - '0'); };
    for (const Incident& incident : out.reasoning.incidents) {
        std::vector<std::uint32_t> mine;
        for (const std::size_t at : incident.findings) mine.push_back(out.findings.findings[at].rule_index);
        for (const Suspect& suspect : incident.suspects) {
            std::vector<Bound> bounds;
            const auto add = [&](std::vector<std::pair<std::size_t, int>> factors, Rational limit) {
                Bound bound{std::vector<Rational>(6), std::move(limit)};
                for (const auto& [unknown, factor] : factors) bound.factors[unknown] += factor;
                bounds.push_back(std::move(bound));
            };
            for (std::size_t i = 0; i < 6; ++i) {
                const bool free = i == place(suspect.figure) ||
                                  std::any_of(suspect.together_with.begin(), suspect.together_with.end(),
                                              [&](NodeId other) { return place(other) == i; });
                if (free) continue;
                add({{i, 1}}, Rational(made.printed[i]) + Rational(1, 2));
                add({{i, -1}}, Rational(1, 2) - made.printed[i]);
            }
            for (std::uint32_t i = 0; i < made.equations.size(); ++i) {
                const Equation& each = made.equations[i];
                const int off = std::abs(made.printed[each.a] + made.printed[each.b] - made.printed[each.sum]);
                const bool contradicted = off > 1;  // three halves on the way
                if (contradicted && std::find(mine.begin(), mine.end(), i) == mine.end()) continue;
                add({{each.a, 1}, {each.b, 1}, {each.sum, -1}}, 0);
                add({{each.a, -1}, {each.b, -1}, {each.sum, 1}}, 0);
            }
            const auto expected = eliminated(bounds, place(suspect.figure));
            if (!expected) continue;  // jointly impossible whatever it is: only bounded
            RC_ASSERT(suspect.exact);
            RC_ASSERT(suspect.range == *expected);
        }
    }
}

RC_GTEST_PROP(RepairLaws, ClearWhatTheySayAndBreakNothing, ()) {
    const Case made = any_case();
    const Reasoned out = made.reasoned();
    Rechecker rechecker(*out.dataset, out.rules);
    for (const Incident& incident : out.reasoning.incidents) {
        for (const Repair& repair : incident.least_sets) {
            std::vector<Change> changes;
            for (const NewPrint& each : repair.figures)
                changes.push_back({each.figure, *rechecker.read(each.figure, each.print)});
            const Consequences done = rechecker.consequences(changes);
            RC_ASSERT(done.breaks_nothing());
            for (const std::size_t at : incident.findings)
                RC_ASSERT(std::find(done.cleared.begin(), done.cleared.end(), out.findings.findings[at].instance) !=
                          done.cleared.end());
            // no part of it does
            for (std::size_t left_out = 0; repair.figures.size() > 1 && left_out < changes.size(); ++left_out) {
                std::vector<Change> rest = changes;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
                const Consequences part = rechecker.consequences(rest);
                RC_ASSERT(!part.breaks_nothing() || part.cleared.size() < incident.findings.size());
            }
        }
    }
}

}  // namespace
}  // namespace crossfoot::testing
