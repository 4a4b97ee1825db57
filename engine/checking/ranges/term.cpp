#include "engine/checking/ranges/term.hpp"

#include <algorithm>

namespace crossfoot {

void Terms::clear() {
    ++epoch_;
    terms_.clear();
    constants_.clear();
    variables_.clear();
    operands_.clear();
    derived_.clear();
    products_ = missing_ = 0;
    work_ = shown_ = 0;
    too_long_ = false;
}

bool Terms::spend_long(const Rational& result) const {
    too_long_ = too_long_ || result.bits() > kMostBits;
    return spend(cost(result));
}

std::uint64_t Terms::cost(const Rational& result) {
    const std::uint64_t words = result.bits() / 64;
    return words <= 1 ? 1 : 1 + 4 * words + words * words / 4;
}

std::uint64_t Terms::cost(const Interval& result) { return cost(result.low.value) + cost(result.high.value); }

TermId Terms::constant(Rational value, bool fractional) {
    constants_.push_back(std::move(value));
    terms_.push_back({TermOp::constant, static_cast<std::uint32_t>(constants_.size() - 1), 0, fractional});
    return static_cast<TermId>(terms_.size() - 1);
}

TermId Terms::figure(NodeId node) {
    Known& known = variable_of_[node];
    if (known.epoch != epoch_) {
        const Figure& figure = dataset_->figure(node);
        Variable variable;
        variable.node = node;
        variable.range = figure.range;
        if (figure.state == FigureState::known) variable.printed = figure.value;
        variable.missing = figure.state == FigureState::missing;
        variable.fractional = figure.fractional;
        missing_ += variable.missing ? 1 : 0;
        variables_.push_back(std::move(variable));
        known = {epoch_, static_cast<std::uint32_t>(variables_.size() - 1)};
    }
    terms_.push_back({TermOp::variable, known.variable, 0, variables_[known.variable].fractional});
    return static_cast<TermId>(terms_.size() - 1);
}

TermId Terms::derived(NodeId node) {
    auto found = std::find_if(derived_.begin(), derived_.end(), [&](const auto& each) { return each.first == node; });
    if (found == derived_.end()) {
        const Figure& figure = dataset_->figure(node);
        Variable variable;
        variable.node = node;
        variable.range = derived_range(figure);
        variable.printed = figure.value;
        variable.truncated = truncated_derived_range(figure);
        variable.derived = true;
        variables_.push_back(std::move(variable));
        found = derived_.insert(found, {node, static_cast<std::uint32_t>(variables_.size() - 1)});
    }
    terms_.push_back({TermOp::variable, found->second, 0});
    return static_cast<TermId>(terms_.size() - 1);
}

TermId Terms::unknown(Variable variable) {
    missing_ += variable.missing ? 1 : 0;
    variables_.push_back(std::move(variable));
    terms_.push_back({TermOp::variable, static_cast<std::uint32_t>(variables_.size() - 1), 0, variables_.back().fractional});
    return static_cast<TermId>(terms_.size() - 1);
}

TermId Terms::negate(TermId a) {
    terms_.push_back({TermOp::negate, a, 0, fractional(a)});
    return static_cast<TermId>(terms_.size() - 1);
}

TermId Terms::combine(TermOp op, TermId a, TermId b) {
    products_ += op == TermOp::multiply || op == TermOp::divide ? 1 : 0;
    terms_.push_back({op, a, b, op == TermOp::divide || fractional(a) || fractional(b)});
    return static_cast<TermId>(terms_.size() - 1);
}

TermId Terms::gather(TermOp op, std::span<const TermId> terms) {
    if (terms.size() == 1) return terms[0];
    if (terms.empty()) return constant(0);
    const auto first = static_cast<std::uint32_t>(operands_.size());
    operands_.insert(operands_.end(), terms.begin(), terms.end());
    const bool any = std::any_of(terms.begin(), terms.end(), [&](TermId each) { return fractional(each); });
    terms_.push_back({op, first, static_cast<std::uint32_t>(terms.size()), any});
    return static_cast<TermId>(terms_.size() - 1);
}

Interval Terms::range(VariableId id, Mode mode) const {
    const Variable& variable = variables_[id];
    if (mode == Mode::printed) return variable.printed ? Interval::point(*variable.printed) : variable.range;
    if (mode == Mode::truncated && variable.truncated) return *variable.truncated;
    if (mode == Mode::truncated && variable.node != kNoNode) return truncated_range(dataset_->figure(variable.node));
    return variable.range;
}

namespace {

// Folds one operator over values that may be absent.
std::optional<Rational> apply(TermOp op, const std::optional<Rational>& a, const std::optional<Rational>& b) {
    if (!a || !b) return std::nullopt;
    switch (op) {
        case TermOp::add:
        case TermOp::sum: return *a + *b;
        case TermOp::subtract: return *a - *b;
        case TermOp::multiply: return *a * *b;
        case TermOp::divide: return b->is_zero() ? std::nullopt : std::optional(*a / *b);
        case TermOp::min: return crossfoot::min(*a, *b);
        case TermOp::max: return crossfoot::max(*a, *b);
        case TermOp::constant:
        case TermOp::variable:
        case TermOp::negate: break;
    }
    return std::nullopt;
}

}  // namespace

// Computes what `root` needs in order: operands come first.
template <class Leaf>
static std::optional<Rational> fold(const Terms& terms, TermId root, Leaf leaf) {
    const Term& top = terms.term(root);
    if (top.op == TermOp::constant) return terms.constant_value(top);
    if (top.op == TermOp::variable) return leaf(top.a);
    std::vector<TermId> ids;
    terms.collect(root, ids);
    if (terms.exhausted()) return std::nullopt;
    std::vector<std::optional<Rational>> values(ids.size());
    const auto value = [&](TermId id) -> const std::optional<Rational>& { return values[terms.position(id)]; };
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const Term& term = terms.term(ids[at]);
        switch (term.op) {
            case TermOp::constant: values[at] = terms.constant_value(term); break;
            case TermOp::variable: values[at] = leaf(term.a); break;
            case TermOp::negate:
                if (value(term.a)) values[at] = -*value(term.a);
                break;
            case TermOp::add:
            case TermOp::subtract:
            case TermOp::multiply:
            case TermOp::divide: values[at] = apply(term.op, value(term.a), value(term.b)); break;
            case TermOp::sum:
            case TermOp::min:
            case TermOp::max: {
                const auto operands = terms.operands(term);
                values[at] = joined<std::optional<Rational>>(operands, value, [&](const auto& a, const auto& b) {
                    auto out = apply(term.op, a, b);
                    if (out) static_cast<void>(terms.spend(*out));
                    return out;
                });
                break;
            }
        }
        if (values[at] && !terms.spend(*values[at])) return std::nullopt;
    }
    return values.back();
}

void Terms::collect(TermId root, std::vector<TermId>& out) const {
    out.clear();
    if (mark_.size() < terms_.size()) {
        mark_.resize(terms_.size(), 0);
        position_.resize(terms_.size(), 0);
    }
    const std::uint32_t today = ++marking_;
    mark_[root] = today;
    out.push_back(root);
    for (std::size_t next = 0; next < out.size(); ++next) {
        for_each_operand(*this, terms_[out[next]], [&](TermId id) {
            if (mark_[id] == today) return;
            mark_[id] = today;
            out.push_back(id);
        });
    }
    if (out.size() > 1) std::sort(out.begin(), out.end());
    for (std::size_t at = 0; at < out.size(); ++at) position_[out[at]] = static_cast<std::uint32_t>(at);
}

std::optional<Rational> Terms::printed(TermId id) const {
    return fold(*this, id, [&](VariableId v) { return variables_[v].printed; });
}

std::optional<Rational> Terms::at(TermId id, std::span<const Rational> values) const {
    return fold(*this, id, [&](VariableId v) { return std::optional(values[v]); });
}

std::vector<VariableId> Terms::unknowns(TermId root) const {
    std::vector<TermId> ids;
    collect(root, ids);
    std::vector<VariableId> out;
    for (const TermId id : ids)
        if (terms_[id].op == TermOp::variable) out.push_back(terms_[id].a);
    // variables are numbered in order of first use
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace crossfoot
