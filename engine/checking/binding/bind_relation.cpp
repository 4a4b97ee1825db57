// What may be compared with what: relations, membership, patterns.
#include <re2/re2.h>

#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"
#include "engine/quantity/numeric_date.hpp"

namespace crossfoot {

namespace {

// Which kinds of value an expression may have, for comparing.
struct Kinds {
    bool number = false, text = false, date = false, truth = false, other = false;
    NodeId unread = kNoNode, plain_text = kNoNode;
    bool computed_number = false;
};

// The unit of a literal that stands in a side or is added to it.
const Unit* literal_unit(const Core& core) {
    if (core.op == Op::number) return core.literal.get();
    if (core.op != Op::negate && core.op != Op::add && core.op != Op::subtract) return nullptr;
    for (const CorePtr& each : core.args)
        if (const Unit* found = literal_unit(*each)) return found;
    return nullptr;
}

void take_unit(Core& relation, const Core& side) {
    if (relation.literal) return;
    if (const Unit* found = literal_unit(side)) relation.literal = std::make_unique<Unit>(*found);
}

}  // namespace

// Of those that agree with the same others the first two, from different expressions: very many sides are compared as few are.
static std::vector<Quantity> two_of_each(const std::vector<Quantity>& all) {
    constexpr std::size_t kFew = 16;
    if (all.size() <= kFew) return all;
    const auto alike = [](const Quantity& a, const Quantity& b) {
        return a.dimension == b.dimension && a.notation == b.notation && a.any == b.any && a.days == b.days && a.rate == b.rate &&
               a.size == b.size && a.literal == b.literal && a.factor == b.factor;
    };
    std::vector<Quantity> out;
    for (const Quantity& each : all) {
        std::size_t others = 0;
        for (const Quantity& kept : out) others += alike(kept, each) && !(kept.span == each.span) ? 1U : 0U;
        if (others < 2) out.push_back(each);
    }
    return out;
}

void Binder::check_comparable(const std::vector<Bound>& sides, const std::vector<ast::Comparison>& comparisons, Dimension& dimension) {
    std::vector<Kinds> kinds;
    kinds.reserve(sides.size());
    for (const Bound& side : sides) {
        if (!side.type.known() || !require_one(side)) return;
        Kinds found;
        for (const NodeId node : side.type.nodes) {
            switch (dataset_.node(node).kind) {
                case NodeKind::figure:
                    if (dataset_.figure(node).state != FigureState::missing) found.number = true;
                    break;
                case NodeKind::text:
                    found.text = true;
                    (dataset_.node(node).unread ? found.unread : found.plain_text) = node;
                    break;
                case NodeKind::date: found.date = true; break;
                case NodeKind::truth: found.truth = true; break;
                case NodeKind::table:
                case NodeKind::array: found.other = true; break;
            }
        }
        found.computed_number = !side.type.numbers.empty();
        found.number = found.number || found.computed_number;
        found.text = found.text || side.type.text;
        found.date = found.date || side.type.date;
        found.truth = found.truth || side.type.truth;
        found.other = found.other || !side.type.group.empty();
        if (found.other) {
            const auto table = std::find_if(side.type.nodes.begin(), side.type.nodes.end(), [&](NodeId node) {
                return dataset_.node(node).kind == NodeKind::table || dataset_.node(node).kind == NodeKind::array;
            });
            if (table != side.type.nodes.end()) not_a_number(*table, side.core->span);
            else report(Code::XF402, side.core->span, Message(say::expected_number, describe(side.type)));
            return;
        }
        kinds.push_back(found);
    }
    const bool any_number = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.number; });
    const bool any_text = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.text; });
    const bool any_date = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.date; });
    const bool any_truth = std::any_of(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.truth; });
    const auto mismatch = [&](std::size_t a, std::size_t b) {
        Diagnostic& made = report(Code::XF402, sides[a].core->span, Message(say::kinds_differ, describe(sides[a].type), describe(sides[b].type)));
        made.at = Message(say::this_is, describe(sides[a].type));
        made.label(sides[b].core->span, Message(say::this_is, describe(sides[b].type)));
        for (const std::size_t side : {a, b})
            if (!sides[side].type.nodes.empty()) {
                const NodeId node = sides[side].type.nodes.front();
                made.label(dataset_.node(node).span, Message(say::comes_from, dataset_.path(node)));
                if (dataset_.node(node).kind == NodeKind::text && month_or_years(dataset_.text(node)))
                    made.suggest(Message(say::month_or_years, dataset_.text(node)));
            }
    };
    if (any_text) {
        const auto numbers = std::count_if(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.number; });
        const auto computed_numbers = std::count_if(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.computed_number; });
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const bool beside_number = numbers > (kinds[i].number ? 1 : 0);
            // what looks like a figure and could not be read is not compared as a text with figures
            if (kinds[i].unread != kNoNode && beside_number) return text_as_figure(kinds[i].unread, sides[i].core->span);
            const bool computed = computed_numbers > (kinds[i].computed_number ? 1 : 0);
            if (kinds[i].plain_text != kNoNode && computed && !kinds[i].number) return text_as_figure(kinds[i].plain_text, sides[i].core->span);
        }
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (!kinds[i].date && !kinds[i].truth && !(kinds[i].computed_number && !kinds[i].text)) continue;
            const auto first = std::find_if(kinds.begin(), kinds.end(), [](const Kinds& k) { return k.text; });
            const auto text = static_cast<std::size_t>(first - kinds.begin());
            return mismatch(i, text == i ? (i == 0 ? 1 : 0) : text);
        }
    }
    for (std::size_t i = 0; i + 1 < kinds.size(); ++i) {
        const Kinds &a = kinds[i], &b = kinds[i + 1];
        const bool dates = (a.date && (b.number || b.truth)) || (b.date && (a.number || a.truth));
        const bool truths = (a.truth && b.number) || (b.truth && a.number);
        if (dates || truths) return mismatch(i, i + 1);
    }
    if (any_text || any_truth) {
        for (const ast::Comparison comparison : comparisons) {
            if (comparison == ast::Comparison::equal || comparison == ast::Comparison::not_equal) continue;
            report(Code::XF402, cover(sides.front().core->span, sides.back().core->span),
                   Message(say::only_equal, Message(any_text ? say::a_text : say::a_truth)));
            return;
        }
        return;
    }
    if (any_date || !any_number) return;
    std::vector<Quantity> all;
    for (const Bound& side : sides) {
        const auto found = quantities(side);
        if (found.empty() && !side.type.nodes.empty()) return;
        all.insert(all.end(), found.begin(), found.end());
    }
    for (const Quantity& each : all)
        if (!each.any && !(each.dimension.is_number())) dimension = each.dimension;
    all = two_of_each(all);
    // every side against every other: the first that does not fit is shown with both places
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (!(all[i].span == all[j].span) && !agree(all[i], all[j], Verb::compared)) return;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < all.size(); ++j)
            if (!(all[i].span == all[j].span) && beside_rate(all[i], all[j])) break;
}

Bound Binder::bind_relation(const ast::Relation& relation, Span span, Env& env) {
    CorePtr core = make(Op::relation, span);
    std::vector<Bound> sides;
    sides.reserve(relation.sides.size());
    for (const ast::ExprPtr& side : relation.sides) sides.push_back(bind(*side, env));
    core->comparisons = relation.comparisons;
    core->varies = types_muted_;
    check_comparable(sides, relation.comparisons, core->dimension);
    Quantity agreed;
    agreed.dimension = core->dimension;
    for (Bound& side : sides) settle_days(side, agreed);
    // exactly(…) anywhere on a side takes the whole relation at its printed values
    const auto exactly = [](const auto& self, const Core& at) -> bool {
        if (at.op == Op::call && at.function == Function::exactly) return true;
        return std::any_of(at.args.begin(), at.args.end(), [&](const CorePtr& each) { return each && self(self, *each); });
    };
    core->args.reserve(sides.size() + (relation.within ? 1 : 0));
    for (Bound& side : sides) {
        core->flag = core->flag || exactly(exactly, *side.core);
        take_unit(*core, *side.core);
        core->args.push_back(std::move(side.core));
    }
    if (relation.within) {
        Bound within = bind(*relation.within, env);
        const auto found = agree_all(quantities(within), Verb::gathered);
        core->has_within = true;
        if (found) {
            core->relative = found->notation == Notation::percent || found->notation == Notation::permille;
            if (!core->relative && core->args.front()) {
                for (const Bound& side : sides) {
                    const auto of_side = quantities(side.type, relation.sides[static_cast<std::size_t>(&side - sides.data())]->span);
                    if (of_side.empty()) continue;
                    Quantity tolerance = *found, compared = of_side.front();
                    tolerance.span = relation.within->span;
                    // changes are apart by points
                    if (compared.notation == Notation::change) compared.notation = Notation::percent;
                    agree(compared, tolerance, Verb::compared);
                    break;
                }
            }
        }
        settle_days(within, agreed);
        core->args.push_back(std::move(within.core));
    }
    return {std::move(core), Type::of_truth()};
}

Bound Binder::bind_membership(const ast::Membership& membership, Span span, Env& env) {
    CorePtr core = make(Op::membership, span);
    core->varies = types_muted_;
    Bound value = bind(*membership.value, env);
    if (!membership.domain.range) {
        BoundDomain domain = bind_domain(membership.domain, env, false, false);
        std::vector<Bound> sides;
        CorePtr stand_in = make(Op::local, membership.domain.span);
        sides.push_back(std::move(value));
        sides.push_back({std::move(stand_in), domain.element});
        core->comparisons = {ast::Comparison::equal};
        check_comparable(sides, core->comparisons, core->dimension);
        core->args.push_back(std::move(sides[0].core));
        core->args.push_back(std::move(domain.low));
        return {std::move(core), Type::of_truth()};
    }
    core->flag = true;
    std::vector<Bound> sides;
    sides.push_back(bind(*membership.domain.low, env));
    sides.push_back(std::move(value));
    core->comparisons = {ast::Comparison::less_equal};
    if (membership.domain.high) {
        sides.push_back(bind(*membership.domain.high, env));
        core->comparisons.push_back(ast::Comparison::less_equal);
    }
    check_comparable(sides, core->comparisons, core->dimension);
    Quantity agreed;
    agreed.dimension = core->dimension;
    for (Bound& side : sides) {
        settle_days(side, agreed);
        take_unit(*core, *side.core);
    }
    core->args.push_back(std::move(sides[1].core));
    core->args.push_back(std::move(sides[0].core));
    if (sides.size() > 2) core->args.push_back(std::move(sides[2].core));
    return {std::move(core), Type::of_truth()};
}

Bound Binder::bind_matches(const ast::Matches& matches, Span span, Env& env) {
    CorePtr core = make(Op::matches, span);
    Bound value = bind(*matches.value, env);
    if (value.type.known() && require_one(value)) {
        const bool fits = !value.type.date && !value.type.truth && value.type.group.empty() &&
                          std::all_of(value.type.nodes.begin(), value.type.nodes.end(), [&](NodeId node) {
                              const NodeKind kind = dataset_.node(node).kind;
                              return kind == NodeKind::text || kind == NodeKind::figure;
                          });
        if (!fits) report(Code::XF402, matches.value->span, Message(say::expected_text, describe(value.type)));
    }
    const re2::RE2*& pattern = patterns_[matches.regex];
    if (pattern == nullptr) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        out_.patterns.push_back(std::make_unique<re2::RE2>(matches.regex, options));
        pattern = out_.patterns.back().get();
    }
    if (!pattern->ok()) report(Code::XF215, matches.regex_span, Message(say::bad_regex, pattern->error()));
    core->regex = pattern;
    core->args.push_back(std::move(value.core));
    return {std::move(core), Type::of_truth()};
}

}  // namespace crossfoot
