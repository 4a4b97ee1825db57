// The report relations that are truths, and those over whole collections.
#include <algorithm>
#include <map>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot {

using ast::Comparison;

std::optional<Failure> Evaluator::flatten(const Core& core, std::size_t from, std::vector<Value>& out, std::vector<std::size_t>* sizes) {
    for (std::size_t i = from; i < core.args.size(); ++i) {
        auto found = members(*core.args[i], false);
        if (auto* failure = std::get_if<Failure>(&found)) return std::move(*failure);
        if (sizes != nullptr) sizes->push_back(std::get<1>(found).size());
        std::move(std::get<1>(found).begin(), std::get<1>(found).end(), std::back_inserter(out));
    }
    return std::nullopt;
}

// The text of each member as the rule has it: those of a list of single values one by one, else the whole argument and the
// member's place. `sizes`: how many members each argument has.
std::vector<std::string> Evaluator::member_words(const Core& core, const std::vector<std::size_t>& sizes) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Core& each = *core.args[i];
        const bool singles = each.op == Op::list && each.args.size() == sizes[i];
        const std::string text = source_text(each.span);
        for (std::size_t at = 0; at < sizes[i]; ++at)
            out.push_back(singles ? source_text(each.args[at]->span) : sizes[i] == 1 ? text : text + " [" + std::to_string(at) + "]");
    }
    return out;
}

std::vector<std::string> Evaluator::places(const std::vector<Value>& values) const {
    std::vector<std::string> out;
    if (recording_ && !printing_)
        for (const Value& value : values) out.push_back(where(value));
    return out;
}

Judgement Evaluator::same(const Core& core) {
    std::vector<Value> values;
    std::vector<std::size_t> sizes;
    if (auto failure = flatten(core, 0, values, &sizes)) return Judgement::failed(std::move(*failure));
    if (values.size() < 2) return Judgement::known(true);
    if (values.size() > kMostSame) return Judgement::failed({Code::XF509, Message(say::limit_same, kMostSame)});
    Core equal;
    equal.op = Op::relation;
    equal.span = core.span;
    equal.dimension = core.dimension;
    equal.varies = core.varies;
    equal.comparisons.assign(values.size() - 1, Comparison::equal);
    std::vector<std::string> texts = places(values);
    const auto unnamed = [](const std::string& each) { return each.empty(); };
    if (recording_ && !printing_ && std::any_of(texts.begin(), texts.end(), unnamed)) {
        const std::vector<std::string> words = member_words(core, sizes);
        for (std::size_t i = 0; i < words.size() && i < texts.size(); ++i)
            if (texts[i].empty()) texts[i] = words[i];
    }
    return relate(values, equal, std::move(texts));
}

Judgement Evaluator::unique(const Core& core) {
    const Unasserted values_differ(*this);
    std::vector<Value> values;
    std::vector<std::size_t> sizes;
    if (auto failure = flatten(core, 0, values, &sizes)) return Judgement::failed(std::move(*failure));
    Truth possible = Truth::yes, certain = Truth::yes;
    // texts (and whatever stands among texts by its printed form), dates, and figures whose only true value is one
    std::map<std::string, std::size_t> first;
    std::map<Rational, std::size_t> first_number;
    std::vector<std::pair<Interval, std::size_t>> ranges;
    Message reason;
    const bool among_texts = std::any_of(values.begin(), values.end(), [&](const Value& value) {
        const auto* at = std::get_if<NodeValue>(&value.held);
        return std::holds_alternative<std::string>(value.held) || (at != nullptr && dataset_.node(at->node).kind == NodeKind::text);
    });
    const std::vector<std::string> words = recording_ && !printing_ ? member_words(core, sizes) : std::vector<std::string>();
    const auto place_of = [&](std::size_t i) {
        const std::string path = where(values[i]);
        return !path.empty() || words.empty() ? path : words[i];
    };
    const auto stands_twice = [&](std::size_t before, std::size_t i) {
        if (possible == Truth::no) return;
        possible = certain = Truth::no;
        reason = Message(say::same_twice, printed(values[i]), place_of(before), place_of(i));
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* at = std::get_if<NodeValue>(&values[i].held);
        const bool date = std::holds_alternative<DayRange>(values[i].held) || (at != nullptr && dataset_.node(at->node).kind == NodeKind::date);
        std::optional<std::string> form;
        if (date) {
            const DayRange day = *date_of(values[i]);
            form = iso(day.first) + iso(day.last);
        } else if (among_texts) {
            form = text_of(values[i]);
            if (form) form = composed(*form);
        } else {
            const auto operand = number(values[i], core.span);
            if (const auto* failure = std::get_if<Failure>(&operand)) return Judgement::failed(*failure);
            const Mode mode = printing_ ? Mode::printed : Mode::ranges;
            const Interval range = tight_range(terms_, std::get<Operand>(operand).term, Box(terms_, mode)).interval;
            if (!range.bounded()) {
                possible = conjunction(possible, Truth::unknown);
                certain = conjunction(certain, Truth::unknown);
                continue;
            }
            ranges.emplace_back(range, i);
            if (!range.is_point()) continue;
            const auto [place, fresh] = first_number.try_emplace(range.low.value, i);
            if (!fresh) stands_twice(place->second, i);
            continue;
        }
        if (!form) {
            possible = conjunction(possible, Truth::unknown);
            certain = conjunction(certain, Truth::unknown);
            continue;
        }
        const auto [place, fresh] = first.try_emplace(*form, i);
        if (!fresh) stands_twice(place->second, i);
    }
    if (auto failure = exhausted()) return Judgement::failed(std::move(*failure));
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return low_less(a.first.low, b.first.low); });
    for (std::size_t i = 0; i + 1 < ranges.size(); ++i)
        if (intersection(ranges[i].first, ranges[i + 1].first)) certain = Truth::no;
    Judgement out{possible, certain, {}, {}};
    record_failure(out, std::move(reason));
    return out;
}

Judgement Evaluator::mixture(const Core& core) {
    std::vector<Value> parts;
    if (auto failure = flatten(core, 1, parts)) return Judgement::failed(std::move(*failure));
    const auto overall = number(*core.args[0]);
    if (const auto* failure = std::get_if<Failure>(&overall)) return Judgement::failed(*failure);
    const Value least = gather(Function::min, parts, core.span), most = gather(Function::max, parts, core.span);
    if (const auto* failure = std::get_if<Failure>(&least.held)) return Judgement::failed(*failure);
    // min <= overall <= max: the values between them fill the whole interval between the extremes, so the pairs suffice
    const std::string inner = recording_ ? source_text(core.args[0]->span) : "";
    const auto link = [&](const Value& low, const Value& high, const char* text, bool overall_left) {
        Comparing comparing;
        comparing.comparisons = {Comparison::less_equal};
        comparing.sides = {std::get<Operand>(number(low, core.span)), std::get<Operand>(number(high, core.span))};
        const std::string outer = text;
        return numbers_relate(comparing, {overall_left ? inner : outer, overall_left ? outer : inner}, core);
    };
    const Value middle{Number{std::get<Operand>(overall).term}};
    return conjunction(link(least, middle, "min", false), link(middle, most, "max", true));
}

Judgement Evaluator::presence(const Core& core) {
    const Value value = the_one(eval(*core.args[0]), core.args[0]->span);
    if (const auto* failure = std::get_if<Failure>(&value.held)) return Judgement::failed(*failure);
    bool present = !std::holds_alternative<Absent>(value.held);
    if (const auto* at = std::get_if<NodeValue>(&value.held)) {
        use(at->node);
        if (dataset_.node(at->node).kind == NodeKind::figure) present = dataset_.figure(at->node).state != FigureState::missing;
    }
    const bool asked = core.function == Function::present;
    Judgement out = Judgement::known(present == asked);
    record_failure(out, Message(asked ? say::not_present : say::is_present, where(value)));
    return out;
}

Judgement Evaluator::attainable(const Core& core) {
    const Unasserted whole_numbers(*this);
    const auto percentage = number(*core.args[0]);
    if (const auto* failure = std::get_if<Failure>(&percentage)) return Judgement::failed(*failure);
    const auto base = number(*core.args[1]);
    if (const auto* failure = std::get_if<Failure>(&base)) return Judgement::failed(*failure);
    const TermId pct = std::get<Operand>(percentage).term, n = std::get<Operand>(base).term;
    const auto printed_base = terms_.printed(n);
    if (printed_base && printed_base->is_zero())
        return Judgement::failed({Code::XF504, Message(say::divisor_zero, source_text(core.args[1]->span))});
    for (const TermId term : {pct, n})
        for (const VariableId id : terms_.unknowns(term))
            if (terms_.variable(id).missing) return {};

    // is there a whole k >= 0 with k / n in the range, for some whole n in its range?
    const auto exists = [&](Mode mode) -> std::optional<bool> {
        const Box box(terms_, mode);
        const Interval rate = tight_range(terms_, pct, box).interval;
        const Interval bases = tight_range(terms_, n, mode == Mode::truncated ? Box(terms_, Mode::ranges) : box).interval;
        Rational first = bases.low.unbounded ? Rational(1) : bases.low.value.ceil();
        if (bases.low.open && !bases.low.unbounded && first == bases.low.value) first += 1;
        first = max(first, Rational(1));
        for (std::int64_t tries = 0; tries < kMostTries; ++tries, first += 1) {
            if (!bases.contains(first)) return false;
            const Interval counts = rate * Interval::point(first);
            Rational k = counts.low.unbounded ? Rational(0) : counts.low.value.ceil();
            if (!counts.low.unbounded && counts.low.open && k == counts.low.value) k += 1;
            if (counts.contains(max(k, Rational(0)))) return true;
        }
        return std::nullopt;
    };
    const auto possible = exists(printing_ ? Mode::printed : Mode::ranges);
    if (!possible) return Judgement::failed({Code::XF506, Message(say::too_many_to_try, kMostTries, source_text(core.args[1]->span))});
    Judgement out{crossfoot::truth(*possible), crossfoot::truth(*possible), {}, {}};
    if (!recording_ || printing_) return out;
    const auto printed_rate = terms_.printed(pct);
    if (!*possible) out.agreement = exists(Mode::truncated).value_or(false) ? Agreement::truncated : Agreement::none;
    else out.agreement = printed_rate && printed_base && (*printed_rate * *printed_base).is_whole() ? Agreement::exact : Agreement::rounded;
    Record made;
    made.possible = *possible;
    made.comparison = Comparison::equal;
    made.left = std::get<Operand>(percentage);
    made.left_text = source_text(core.args[0]->span);
    made.dimension = core.dimension;
    made.varies = core.varies;
    if (printed_rate && printed_base) {
        // the nearest share that a whole number gives
        const Rational wanted = *printed_rate * *printed_base;
        const Rational below = max(wanted.floor(), Rational(0)), above = below + 1;
        const Rational k = (wanted - below).abs() <= (above - wanted).abs() ? below : above;
        made.right.term = terms_.combine(TermOp::divide, terms_.constant(k), n);
        made.right_text = k.fixed(0, Rational::Direction::nearest) + " / " + source_text(core.args[1]->span);
        made.reason = *possible ? Message() : Message(say::not_attainable, printed(Value{Number{n}}), source_text(core.args[0]->span));
        records_.push_back(std::move(made));
    }
    return out;
}

Judgement Evaluator::crossfoots(const Core& core) {
    auto found = members(*core.args[0], true);
    if (auto* failure = std::get_if<Failure>(&found)) return Judgement::failed(std::move(*failure));
    const std::vector<Value>& rows = std::get<1>(found);
    const Value totals = the_one(eval(*core.args[1]), core.args[1]->span);
    if (const auto* failure = std::get_if<Failure>(&totals.held)) return Judgement::failed(*failure);
    const std::string& key = core.text;

    // the figure columns: those in which a row or the totals have a figure
    std::vector<std::string> columns;
    const auto gather_columns = [&](const Value& row) {
        const auto* at = std::get_if<NodeValue>(&row.held);
        if (at == nullptr || dataset_.node(at->node).kind != NodeKind::table) return;
        for (const NodeId child : dataset_.children(at->node))
            if (dataset_.node(child).kind == NodeKind::figure) columns.emplace_back(dataset_.key(child));
    };
    for (const Value& row : rows) gather_columns(row);
    gather_columns(totals);
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());

    Judgement out = Judgement::known(true);
    std::optional<Record> worst;
    std::optional<Rational> worst_gap;
    Core equal;
    equal.op = Op::relation;
    equal.span = core.span;
    equal.dimension = core.dimension;
    equal.varies = core.varies;
    equal.comparisons = {Comparison::equal};
    const auto equation = [&](const std::vector<Value>& parts, const Value& total, std::string left) {
        const Value sum = gather(Function::sum, parts, core.span);
        const std::size_t before = records_.size();
        std::vector<std::string> texts;
        if (recording_ && !printing_) texts = {std::move(left), where(total)};
        const Judgement judged = relate({sum, total}, equal, std::move(texts));
        out = conjunction(out, judged);
        if (records_.size() == before) return;
        Record made = std::move(records_.back());
        records_.pop_back();
        const auto a = terms_.printed(made.left.term), b = terms_.printed(made.right.term);
        const Rational gap = a && b ? (*a - *b).abs() : Rational(0);
        const bool worse = !worst || (worst->possible && !made.possible) || (worst->possible == made.possible && *worst_gap < gap);
        if (!worse) return;
        worst = std::move(made);
        worst_gap = gap;
    };
    for (const std::string& column : columns) {
        std::vector<Value> parts;
        for (const Value& row : rows) parts.push_back(step_child(row, column, core.span));
        equation(parts, step_child(totals, column, core.span), "sum(" + source_text(core.args[0]->span) + "[*]." + column + ")");
    }
    if (std::find(columns.begin(), columns.end(), key) != columns.end()) {
        const auto across = [&](const Value& row) {
            std::vector<Value> parts;
            for (const std::string& column : columns)
                if (column != key) parts.push_back(step_child(row, column, core.span));
            equation(parts, step_child(row, key, core.span), "sum(" + where(row) + ".*)");
        };
        for (const Value& row : rows) across(row);
        across(totals);
    }
    if (worst) records_.push_back(std::move(*worst));
    return out;
}

}  // namespace crossfoot
