#include "engine/checking/measure.hpp"

namespace crossfoot {
namespace {

bool is_rate(const Units& units, const Measure& of) {
    const Notation notation = units.unit(of.unit).notation;
    return notation == Notation::percent || notation == Notation::permille || notation == Notation::point;
}

bool is_number(const Measure& of) { return of.any || of.dimension.is_number(); }

Measure product(const Units& units, const Measure& a, const Measure& b, bool a_constant, bool b_constant) {
    Measure out;
    out.sure = a.sure && b.sure && !a_constant && !b_constant;
    out.any = a.any && b.any;
    out.dimension = a.dimension * b.dimension;
    // a part of an amount is an amount
    if (b_constant || (is_rate(units, b) && !is_rate(units, a))) out.unit = a.unit;
    else if (a_constant || (is_rate(units, a) && !is_rate(units, b))) out.unit = b.unit;
    else if (!is_number(a) && is_number(b)) out.likely = a.unit;
    else if (!is_number(b) && is_number(a)) out.likely = b.unit;
    return out;
}

Measure quotient(const Units& units, const Measure& a, const Measure& b, bool a_constant, bool b_constant) {
    Measure out;
    out.sure = a.sure && b.sure && !a_constant && !b_constant;
    out.any = a.any && b.any;
    out.dimension = a.dimension / b.dimension;
    if (b_constant || (is_rate(units, b) && !is_rate(units, a))) out.unit = a.unit;
    else if (!is_number(a) && is_number(b)) out.likely = a.unit;
    return out;
}

}  // namespace

Measure measure_of(const Terms& terms, TermId root) {
    const Units& units = terms.dataset().units;
    std::vector<TermId> order;
    terms.collect(root, order);
    std::vector<Measure> found;
    found.reserve(order.size());
    for (const TermId id : order) {
        const Term& term = terms.term(id);
        const auto of = [&](TermId operand) -> const Measure& { return found[terms.position(operand)]; };
        Measure out;
        switch (term.op) {
            case TermOp::constant: break;
            case TermOp::variable: {
                const Variable& variable = terms.variable(term.a);
                if (variable.node == kNoNode) {
                    out.sure = false;
                    break;
                }
                const Figure& figure = terms.dataset().figure(variable.node);
                const bool any = figure.state == FigureState::missing || (figure.unit == 0 && figure.value.is_zero());
                if (any) break;
                out.any = false;
                out.dimension = units.unit(figure.unit).dimension;
                out.unit = figure.unit;
                break;
            }
            case TermOp::multiply:
                out = product(units, of(term.a), of(term.b), terms.is_constant(term.a), terms.is_constant(term.b));
                break;
            case TermOp::divide:
                out = quotient(units, of(term.a), of(term.b), terms.is_constant(term.a), terms.is_constant(term.b));
                break;
            default:
                for_each_operand(terms, term, [&](TermId each) {
                    const Measure& part = of(each);
                    if (out.any || (!out.sure && part.sure && !part.any)) {
                        out.any = part.any;
                        out.dimension = part.dimension;
                        out.sure = part.sure;
                    }
                    if (out.unit == 0) out.unit = part.unit;
                    if (out.likely == 0) out.likely = part.likely;
                });
        }
        found.push_back(std::move(out));
    }
    return found.back();
}

}  // namespace crossfoot
