#include "engine/checking/binding/by_form.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "engine/checking/binding/leaves.hpp"
#include "engine/checking/evaluation/judgement.hpp"

namespace crossfoot {
namespace {

using ast::Comparison;

// A sum of expressions, each written in one way, with a constant.
struct Sum {
    std::map<std::string, Rational> parts;
    Rational constant = 0;
};

void add(Sum& into, const Sum& other, const Rational& times) {
    into.constant += other.constant * times;
    for (const auto& [part, factor] : other.parts) {
        const auto [place, fresh] = into.parts.try_emplace(part, 0);
        place->second += factor * times;
        if (place->second.is_zero()) into.parts.erase(place);
    }
}

// `parts` compared with a number, the first part having the factor 1.
struct Compared {
    std::string parts;
    Comparison comparison = Comparison::equal;
    Rational bound = 0;
};

Comparison turned(Comparison comparison) {
    switch (comparison) {
        case Comparison::less: return Comparison::greater;
        case Comparison::less_equal: return Comparison::greater_equal;
        case Comparison::greater: return Comparison::less;
        case Comparison::greater_equal: return Comparison::less_equal;
        default: return comparison;
    }
}

Comparison opposite(Comparison comparison) {
    switch (comparison) {
        case Comparison::equal: return Comparison::not_equal;
        case Comparison::not_equal: return Comparison::equal;
        case Comparison::less: return Comparison::greater_equal;
        case Comparison::less_equal: return Comparison::greater;
        case Comparison::greater: return Comparison::less_equal;
        case Comparison::greater_equal: return Comparison::less;
    }
    return comparison;
}

bool satisfies(const Rational& value, Comparison comparison, const Rational& bound) {
    switch (comparison) {
        case Comparison::equal: return value == bound;
        case Comparison::not_equal: return !(value == bound);
        case Comparison::less: return value < bound;
        case Comparison::less_equal: return value <= bound;
        case Comparison::greater: return value > bound;
        case Comparison::greater_equal: return value >= bound;
    }
    return false;
}

// Does every number that satisfies one satisfy the other?
bool implies(const Compared& a, const Compared& b) {
    if (a.parts != b.parts) return false;
    const bool unequal = b.comparison == Comparison::not_equal;
    const bool below = unequal || b.comparison == Comparison::less || b.comparison == Comparison::less_equal;
    const bool above = unequal || b.comparison == Comparison::greater || b.comparison == Comparison::greater_equal;
    const bool at_end = satisfies(a.bound, b.comparison, b.bound);
    switch (a.comparison) {
        case Comparison::equal: return satisfies(a.bound, b.comparison, b.bound);
        case Comparison::not_equal: return b.comparison == Comparison::not_equal && a.bound == b.bound;
        case Comparison::less: return below && a.bound <= b.bound;
        case Comparison::less_equal: return below && a.bound <= b.bound && at_end;
        case Comparison::greater: return above && a.bound >= b.bound;
        case Comparison::greater_equal: return above && a.bound >= b.bound && at_end;
    }
    return false;
}

class Form {
private:
    template <class Inner>
    auto within(const Core& let, Inner inner) {
        lets_[let.slot] = let.args[0].get();
        return inner();
    }

    // Bound names are called by their depth: which slot they have says nothing.
    template <class Inner>
    auto bound(const Core& core, Inner inner) {
        names_[core.slot] = "#" + std::to_string(depth_++);
        auto out = inner();
        --depth_;
        return out;
    }

public:
    // Is it true, or false, of all true values?
    Truth truth(const Core& core) {
        if (too_long()) return Truth::unknown;
        switch (core.op) {
            case Op::truth: return core.flag ? Truth::yes : Truth::no;
            case Op::let: return within(core, [&] { return truth(*core.args[1]); });
            case Op::negation: return negation(truth(*core.args[0]));
            case Op::conjunction: {
                Truth out = Truth::yes;
                for (const CorePtr& each : core.args) out = crossfoot::conjunction(out, truth(*each));
                return out;
            }
            case Op::disjunction: {
                Truth out = Truth::no;
                for (const CorePtr& each : core.args) out = crossfoot::disjunction(out, truth(*each));
                return out;
            }
            case Op::implication: return crossfoot::disjunction(negation(truth(*core.args[0])), truth(*core.args[1]));
            case Op::relation: return relation(core);
            case Op::membership: return membership(core);
            case Op::call:
                if (core.function == Function::same && core.relative) return all_the_same(core);
                // over nothing `all` is true
                if (core.function == Function::all && bound(core, [&] { return truth(*core.args.back()); }) == Truth::yes) return Truth::yes;
                return Truth::unknown;
            default: return Truth::unknown;
        }
    }

    // Is there, for all true values, no reason to call it impossible? A condition and its opposite may share their figures.
    bool holds(const Core& core) {
        if (too_long()) return false;
        if (truth(core) == Truth::yes) return true;
        switch (core.op) {
            case Op::let: return within(core, [&] { return holds(*core.args[1]); });
            case Op::conjunction: return std::all_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return holds(*each); });
            case Op::disjunction:
                for (std::size_t i = 0; i < core.args.size(); ++i) {
                    if (holds(*core.args[i])) return true;
                    for (std::size_t j = 0; j < core.args.size(); ++j)
                        if (i != j && follows(*core.args[i], true, *core.args[j])) return true;
                }
                return false;
            case Op::implication: return holds(*core.args[1]) || follows(*core.args[0], false, *core.args[1]);
            case Op::call: return core.function == Function::all && bound(core, [&] { return holds(*core.args.back()); });
            default: return false;
        }
    }

private:
    static constexpr std::size_t kMostSteps = 20'000;
    static constexpr std::size_t kMostText = 4'000;

    bool too_long() { return ++steps_ > kMostSteps; }

    // Does the one, or its opposite, say no less than the other?
    bool follows(const Core& one, bool opposed, const Core& other) {
        bool turned_other = false;
        const Core &a = without_not(one, opposed), &b = without_not(other, turned_other);
        auto first = compared(a), second = compared(b);
        if (first && second) {
            if (opposed) first->comparison = opposite(first->comparison);
            if (turned_other) second->comparison = opposite(second->comparison);
            return implies(*first, *second);
        }
        const std::string text = written(a);
        return opposed == turned_other && !text.empty() && text == written(b);
    }

    // What stands behind `not`; each turns it round.
    static const Core& without_not(const Core& core, bool& opposed) {
        const Core* at = &core;
        for (; at->op == Op::negation; at = at->args[0].get()) opposed = !opposed;
        return *at;
    }

    std::optional<Compared> compared(const Core& core) {
        if (core.op != Op::relation || core.args.size() != 2 || core.has_within || core.flag) return std::nullopt;
        auto difference = sum(*core.args[0]);
        const auto right = sum(*core.args[1]);
        if (!difference || !right) return std::nullopt;
        add(*difference, *right, -1);
        if (difference->parts.empty()) return std::nullopt;
        const Rational first = difference->parts.begin()->second;
        Compared out{"", first.sign() < 0 ? turned(core.comparisons[0]) : core.comparisons[0], -difference->constant / first};
        for (const auto& [part, factor] : difference->parts) out.parts += exact(factor / first) + " " + part + "\n";
        return out;
    }

    Truth relation(const Core& core) {
        const std::size_t sides = core.args.size() - (core.has_within ? 1 : 0);
        Truth out = Truth::yes;
        for (std::size_t i = 0; i + 1 < sides; ++i) out = crossfoot::conjunction(out, link(*core.args[i], *core.args[i + 1], core.comparisons[i]));
        if (!core.has_within) return out;
        // a tolerance that is not below 0 takes nothing away
        const auto tolerance = sum(*core.args.back());
        const bool wider = tolerance && tolerance->parts.empty() && tolerance->constant.sign() >= 0;
        return wider && out == Truth::yes ? out : Truth::unknown;
    }

    Truth link(const Core& left, const Core& right, Comparison comparison) {
        if (Leaves leaves; leaves.take(left) && leaves.take(right) && leaves.some_once()) return Truth::unknown;
        auto difference = sum(left);
        const auto other = sum(right);
        if (!difference || !other) return Truth::unknown;
        add(*difference, *other, -1);
        if (!difference->parts.empty()) return Truth::unknown;
        return crossfoot::truth(satisfies(difference->constant, comparison, 0));
    }

    // Of single values: is each the first one, written once more?
    Truth all_the_same(const Core& core) {
        const auto first = sum(*core.args.front());
        if (!first) return Truth::unknown;
        const bool same = std::all_of(core.args.begin() + 1, core.args.end(), [&](const CorePtr& each) {
            const auto other = sum(*each);
            return other && other->constant == first->constant && other->parts == first->parts;
        });
        return same ? Truth::yes : Truth::unknown;
    }

    Truth membership(const Core& core) {
        if (!core.flag) return Truth::unknown;
        Truth out = link(*core.args[1], *core.args[0], Comparison::less_equal);
        if (core.args.size() > 2) out = crossfoot::conjunction(out, link(*core.args[0], *core.args[2], Comparison::less_equal));
        return out;
    }

    std::optional<Sum> sum(const Core& core) {
        if (too_long()) return std::nullopt;
        const auto pair = [&](const Core& a, const Core& b, const Rational& times) -> std::optional<Sum> {
            auto out = sum(a);
            const auto other = sum(b);
            if (!out || !other) return std::nullopt;
            add(*out, *other, times);
            return out;
        };
        switch (core.op) {
            case Op::number: {
                if (core.range) return std::nullopt;   // one print, and each time another true value
                Sum out;
                out.constant = core.number;
                return out;
            }
            case Op::let: return within(core, [&] { return sum(*core.args[1]); });
            case Op::local:
                if (const auto found = lets_.find(core.slot); found != lets_.end()) return sum(*found->second);
                break;
            case Op::negate: {
                auto of = sum(*core.args[0]);
                if (!of) return std::nullopt;
                Sum out;
                add(out, *of, -1);
                return out;
            }
            case Op::add: return core.flag ? part(core) : pair(*core.args[0], *core.args[1], 1);
            case Op::subtract: return core.flag ? part(core) : pair(*core.args[0], *core.args[1], -1);
            case Op::multiply: return product(*core.args[0], *core.args[1]);
            case Op::divide: return quotient(*core.args[0], *core.args[1]);
            case Op::call:
                if (core.function == Function::exactly) return sum(*core.args[0]);
                if (core.function == Function::difference) return pair(*core.args[1], *core.args[0], -1);
                if (core.function == Function::share || core.function == Function::ratio) return quotient(*core.args[0], *core.args[1]);
                if (core.function == Function::sum && !core.flag && core.args[0]->op == Op::list) {
                    Sum out;
                    for (const CorePtr& each : core.args[0]->args) {
                        // a collection in a list stands for its members
                        if (!single(*each)) return part(core);
                        const auto of = sum(*each);
                        if (!of) return std::nullopt;
                        add(out, *of, 1);
                    }
                    return out;
                }
                break;
            default: break;
        }
        return part(core);
    }

    // Surely one number.
    static bool single(const Core& core) {
        if (core.op == Op::number) return true;
        return core.op == Op::negate || core.op == Op::add || core.op == Op::subtract || core.op == Op::multiply || core.op == Op::divide;
    }

    std::optional<Sum> part(const Core& core) {
        std::string text = written(core);
        if (text.empty()) return std::nullopt;
        Sum out;
        out.parts.emplace(std::move(text), 1);
        return out;
    }

    std::optional<Sum> product(const Core& left, const Core& right) {
        const auto a = sum(left), b = sum(right);
        if (!a || !b) return std::nullopt;
        Sum out;
        if (a->parts.empty()) add(out, *b, a->constant);
        else if (b->parts.empty()) add(out, *a, b->constant);
        else {
            std::string one = text_of(*a), other = text_of(*b);
            if (other < one) std::swap(one, other);
            if (one.size() + other.size() > kMostText) return std::nullopt;
            out.parts.emplace("(" + one + ")*(" + other + ")", 1);
        }
        return out;
    }

    std::optional<Sum> quotient(const Core& left, const Core& right) {
        const auto a = sum(left), b = sum(right);
        if (!a || !b) return std::nullopt;
        Sum out;
        if (b->parts.empty()) {
            if (b->constant.is_zero()) return std::nullopt;
            add(out, *a, Rational(1) / b->constant);
            return out;
        }
        const std::string one = text_of(*a), other = text_of(*b);
        if (one.size() + other.size() > kMostText) return std::nullopt;
        out.parts.emplace("(" + one + ")/(" + other + ")", 1);
        return out;
    }

    static std::string exact(const Rational& number) { return number.fraction(); }

    static std::string text_of(const Sum& sum) {
        std::string out = exact(sum.constant);
        for (const auto& [part, factor] : sum.parts) out += "+" + exact(factor) + " " + part;
        return out;
    }

    // The expression in the one way that all which say the same are written; empty where it is too long, or draws anew.
    std::string written(const Core& core) {
        if (too_long()) return {};
        if (core.op == Op::number) return core.range ? std::string() : "n" + exact(core.number);
        if (core.op == Op::let) return within(core, [&] { return written(*core.args[1]); });
        if (core.op == Op::local) {
            if (const auto found = lets_.find(core.slot); found != lets_.end()) return written(*found->second);
            if (const auto found = names_.find(core.slot); found != names_.end()) return found->second;
            return "$" + std::to_string(core.slot);
        }
        std::string out = "(" + std::to_string(static_cast<int>(core.op));
        const auto tell = [&](std::string_view text) { out.append(" ").append(std::to_string(text.size())).append(":").append(text); };
        if (core.op == Op::call) out += "f" + std::to_string(static_cast<int>(core.function));
        if (core.op == Op::node) out += "@" + std::to_string(core.node);
        if (core.op == Op::date) out += "d" + std::to_string(core.day.first) + ".." + std::to_string(core.day.last);
        out += core.flag ? "!" : "";
        out += core.has_within ? "w" : "";
        out += core.relative ? "%" : "";
        tell(core.text);
        if (core.regex != nullptr) tell(core.regex->pattern());
        for (const std::string& key : core.keys) tell(key);
        for (const Comparison comparison : core.comparisons) out += "c" + std::to_string(static_cast<int>(comparison));
        const bool binds = core.op == Op::filter || core.op == Op::some || (core.op == Op::call && (core.flag || core.function == Function::groups));
        const bool prior = core.op == Op::call && core.function == Function::prior;
        for (std::size_t i = 0; i < core.args.size(); ++i) {
            if (!core.args[i]) continue;
            const Core& each = *core.args[i];
            const bool of_slot = prior ? i > 0 : binds && i + 1 == core.args.size();
            const std::string inner = of_slot ? bound(core, [&] { return written(each); }) : written(each);
            if (inner.empty() || out.size() + inner.size() > kMostText) return {};
            out += inner;
        }
        return out + ")";
    }

    std::unordered_map<Slot, const Core*> lets_;
    std::unordered_map<Slot, std::string> names_;
    std::size_t depth_ = 0;
    std::size_t steps_ = 0;
};

}  // namespace

bool true_by_form(const BoundRule& rule) { return Form().holds(*rule.body); }

}  // namespace crossfoot
