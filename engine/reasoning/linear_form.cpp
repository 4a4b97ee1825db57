#include "engine/reasoning/linear_form.hpp"

#include <algorithm>
#include <utility>

namespace crossfoot {
namespace {

using ast::Comparison;

LinearForm constant_form(const Rational& value) {
    LinearForm out;
    out.constant = value;
    return out;
}

// What is not linear becomes one atom. Its parts are linear no more, whatever they were.
LinearForm atom(std::string name, bool own_unknowns) {
    LinearForm out;
    out.factors.emplace(std::move(name), 1);
    out.linear = false;
    out.own_unknowns = own_unknowns;
    return out;
}

class Reader {
public:
    explicit Reader(const Expressions& expressions) : expressions_(expressions) {}

    std::vector<LinearForm> all() {
        forms_.reserve(expressions_.nodes.size());
        for (const Term& term : expressions_.nodes) forms_.push_back(one(term));
        return std::move(forms_);
    }

private:
    LinearForm one(const Term& term) const {
        switch (term.op) {
            case TermOp::constant: return constant_form(expressions_.constants[term.a]);
            case TermOp::variable: return unknown(term.a);
            case TermOp::negate: return scaled(term.a, -1);
            case TermOp::add: {
                LinearForm out = forms_[term.a];
                return out += forms_[term.b];
            }
            case TermOp::subtract: return forms_[term.a] - forms_[term.b];
            case TermOp::multiply: return product(forms_[term.a], forms_[term.b]);
            case TermOp::divide: return quotient(forms_[term.a], forms_[term.b]);
            case TermOp::sum: {
                LinearForm out;
                for (const ExpressionId id : expressions_.operands(term)) out += forms_[id];
                return out;
            }
            case TermOp::min: return among(term, "min");
            case TermOp::max: return among(term, "max");
        }
        return {};
    }

    [[nodiscard]] LinearForm unknown(std::uint32_t index) const {
        const NodeId figure = expressions_.unknowns[index].figure;
        const bool own = figure == kNoNode;
        // a figure beside what was computed is not known as well as where it is counted
        const char* const name = expressions_.unknowns[index].derived ? "derived " : "figure ";
        LinearForm out = atom(own ? "own " + std::to_string(index) : name + std::to_string(figure), own);
        out.linear = true;
        return out;
    }

    [[nodiscard]] LinearForm scaled(ExpressionId id, const Rational& factor) const {
        LinearForm out = forms_[id];
        return out *= factor;
    }

    static LinearForm product(const LinearForm& a, const LinearForm& b) {
        if (a.is_constant() || b.is_constant()) {
            LinearForm out = a.is_constant() ? b : a;
            return out *= (a.is_constant() ? a : b).constant;
        }
        std::string left = a.text(), right = b.text();
        if (right < left) std::swap(left, right);
        return atom("(" + left + ")*(" + right + ")", a.own_unknowns || b.own_unknowns);
    }

    static LinearForm quotient(const LinearForm& a, const LinearForm& b) {
        if (b.is_constant() && !b.constant.is_zero()) {
            LinearForm out = a;
            return out *= Rational(1) / b.constant;
        }
        return atom("(" + a.text() + ")/(" + b.text() + ")", a.own_unknowns || b.own_unknowns);
    }

    LinearForm among(const Term& term, const char* name) const {
        std::vector<std::string> parts;
        bool own = false;
        for (const ExpressionId id : expressions_.operands(term)) {
            parts.push_back(forms_[id].text());
            own = own || forms_[id].own_unknowns;
        }
        std::sort(parts.begin(), parts.end());
        std::string text = name;
        for (const std::string& each : parts) text.append("(").append(each).append(")");
        return atom(std::move(text), own);
    }

    const Expressions& expressions_;
    std::vector<LinearForm> forms_;
};

// The values of left - right under which the relation holds. Nothing where there is none.
std::optional<Interval> allowed(Comparison comparison, const Rational& tolerance) {
    Interval out = Interval::everything();
    switch (comparison) {
        case Comparison::equal:
            if (tolerance.sign() < 0) return std::nullopt;
            return Interval::closed(-tolerance, tolerance);
        case Comparison::not_equal: break;
        case Comparison::less: out.high = End::opened(tolerance); break;
        case Comparison::less_equal: out.high = End::closed(tolerance); break;
        case Comparison::greater: out.low = End::opened(-tolerance); break;
        case Comparison::greater_equal: out.low = End::closed(-tolerance); break;
    }
    return out;
}

}  // namespace

std::string LinearForm::text() const {
    std::string out;
    const auto number = [](const Rational& value) {
        // a quotient of whole numbers has no finite decimal in general: its parts are told apart by continuing exactly
        std::string digits = value.floor().decimal(Rational::Direction::nearest, 4096);
        for (Rational rest = value - value.floor(); !rest.is_zero();) {
            const Rational inverse = Rational(1) / rest;
            digits.append(";").append(inverse.floor().decimal(Rational::Direction::nearest, 4096));
            rest = inverse - inverse.floor();
        }
        return digits;
    };
    for (const auto& [name, factor] : factors) out.append(number(factor)).append("*").append(name).append(" + ");
    return out + number(constant);
}

LinearForm& LinearForm::operator+=(const LinearForm& other) {
    for (const auto& [name, factor] : other.factors) {
        const auto [place, fresh] = factors.try_emplace(name, factor);
        if (fresh) continue;
        place->second += factor;
        if (place->second.is_zero()) factors.erase(place);
    }
    constant += other.constant;
    linear = linear && other.linear;
    own_unknowns = own_unknowns || other.own_unknowns;
    return *this;
}

LinearForm& LinearForm::operator*=(const Rational& factor) {
    if (factor.is_zero()) factors.clear();
    for (auto& [name, each] : factors) each *= factor;
    constant *= factor;
    return *this;
}

LinearForm operator-(LinearForm a, LinearForm b) { return a += (b *= -1); }

std::vector<LinearForm> linear_forms(const Expressions& expressions) { return Reader(expressions).all(); }

std::optional<Bounded> bounded(const AssertedRelation& relation, const std::vector<LinearForm>& forms) {
    Rational tolerance;
    if (relation.tolerance != kNoExpression) {
        if (relation.tolerance_of_print || !forms[relation.tolerance].is_constant()) return std::nullopt;
        tolerance = forms[relation.tolerance].constant;
    }
    Bounded out;
    out.exactly = relation.exactly;
    out.form = forms[relation.left] - forms[relation.right];
    out.range = allowed(relation.comparison, tolerance);
    const Rational constant = std::exchange(out.form.constant, 0);
    if (out.range) out.range = *out.range - Interval::point(constant);
    if (out.form.is_constant()) {
        if (out.range && !out.range->contains(0)) out.range.reset();
        return out;
    }
    const Rational factor = Rational(1) / out.form.factors.begin()->second;
    out.form *= factor;
    if (out.range) out.range = *out.range * Interval::point(factor);
    return out;
}

}  // namespace crossfoot
