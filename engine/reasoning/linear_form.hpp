// An expression of a statement as a sum: a constant and factors of atoms. Atoms are figures, numbers of the rule itself
// and, written in one canonical way, whatever is not linear (quotients, products, min, max), so that two expressions that
// differ in order, sign or brackets only have the same form. Exact.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/checking/statement.hpp"

namespace crossfoot {

struct LinearForm {
    std::map<std::string, Rational> factors;   // by atom, none 0
    Rational constant;
    bool linear = true;                        // every atom is an unknown
    bool own_unknowns = false;                 // a number of the rule itself is in it: no other statement has the same

    [[nodiscard]] bool is_constant() const { return factors.empty(); }
    // The same for equal forms, and for no others.
    [[nodiscard]] std::string text() const;

    LinearForm& operator+=(const LinearForm& other);
    LinearForm& operator*=(const Rational& factor);
};
[[nodiscard]] LinearForm operator-(LinearForm a, LinearForm b);

// The forms of all expressions of a statement, by ExpressionId.
[[nodiscard]] std::vector<LinearForm> linear_forms(const Expressions& expressions);

// A relation as it bounds one form: `form` lies in `range`. The form has no constant, and its first factor is 1.
struct Bounded {
    LinearForm form;
    std::optional<Interval> range;   // none: the relation can never hold
    bool exactly = false;            // of the printed values
};

// Nothing where the tolerance is no constant, or was computed from a print. `forms` are those of the expressions that the
// relation's sides index.
[[nodiscard]] std::optional<Bounded> bounded(const AssertedRelation& relation, const std::vector<LinearForm>& forms);

}  // namespace crossfoot
