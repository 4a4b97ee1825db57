// Dates moved by a duration, the duration between two dates, the first and the last of many.
#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/messages.hpp"
#include "engine/quantity/numeric_date.hpp"

namespace crossfoot {

bool Binder::dated(const Type& type) const {
    if (!type.known()) return false;
    return type.date || std::any_of(type.nodes.begin(), type.nodes.end(), [&](NodeId node) { return dataset_.node(node).kind == NodeKind::date; });
}

bool Binder::require_date(const Type& type, Span span) {
    const bool computed = !type.numbers.empty() || type.text || type.truth || !type.group.empty();
    const auto other = std::find_if(type.nodes.begin(), type.nodes.end(), [&](NodeId node) {
        const bool missing = dataset_.node(node).kind == NodeKind::figure && dataset_.figure(node).state == FigureState::missing;
        return dataset_.node(node).kind != NodeKind::date && !missing;
    });
    if (!computed && other == type.nodes.end()) return true;
    Diagnostic& made = report(Code::XF402, span, Message(say::expected_date, other == type.nodes.end() ? describe(type) : describe(*other)));
    if (other != type.nodes.end() && dataset_.node(*other).kind == NodeKind::text && month_or_years(dataset_.text(*other))) {
        made.label(dataset_.node(*other).span, Message(say::comes_from, dataset_.path(*other)));
        made.suggest(Message(say::month_or_years, dataset_.text(*other)));
    }
    return false;
}

Quantity Binder::duration_quantity(Span span) {
    Quantity out;
    if (const auto day = parse_literal_unit("j", units_, Language::fr)) out.dimension = units_.unit(*day).dimension;
    out.span = span;
    return out;
}

Bound Binder::bind_date_arithmetic(Bound left, Bound right, ast::Arithmetic op, Span span) {
    const bool sum = op == ast::Arithmetic::add;
    CorePtr core = make(sum ? Op::add : Op::subtract, span);
    core->flag = true;
    Type type;
    const bool of_left = dated(left.type), of_right = dated(right.type);
    const auto refuse = [&](const Template& why, bool help = true) {
        Diagnostic& made = report(Code::XF402, span, Message(why));
        if (help) made.suggest(Message(say::write_days));
    };
    const bool single = require_one(left) && require_one(right);
    if (!single) {
        // said
    } else if (op != ast::Arithmetic::add && op != ast::Arithmetic::subtract) {
        refuse(say::dates_only_move, false);
    } else if (of_left && of_right) {
        if (!require_date(left.type, left.core->span) || !require_date(right.type, right.core->span)) {
            // said
        } else if (sum) {
            refuse(say::two_dates_added);
        } else {
            type = Type::number(duration_quantity(span));
        }
    } else if (of_right && !sum) {
        refuse(say::date_taken_away);
    } else {
        Bound &date = of_left ? left : right, &by = of_left ? right : left;
        const auto found = require_date(date.type, date.core->span) ? agree_all(quantities(by), Verb::gathered) : std::nullopt;
        if (found) {
            const Quantity days = duration_quantity(by.core->span);
            const bool months = units_.base_name(found->dimension) == "month";
            if (!found->any && !found->days && plain(*found)) refuse(say::plain_beside_date);
            else if (!found->any && !found->days && !months && !(found->dimension == days.dimension)) {
                report(Code::XF402, by.core->span, Message(say::no_duration, describe(*found))).suggest(Message(say::write_days));
            } else {
                core->relative = months;
                if (found->days) settle_days(by, days);
                // a date less what is missing may be a date or a duration
                const bool missing = !sum && by.type.numbers.empty() && std::all_of(by.type.nodes.begin(), by.type.nodes.end(), [&](NodeId node) {
                    return dataset_.node(node).kind == NodeKind::figure && dataset_.figure(node).state == FigureState::missing;
                });
                type = missing ? by.type : Type::of_date();
            }
        }
    }
    core->args.push_back(std::move(left.core));
    core->args.push_back(std::move(right.core));
    return {std::move(core), std::move(type)};
}

}  // namespace crossfoot
