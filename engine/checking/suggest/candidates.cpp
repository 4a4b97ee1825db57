#include "engine/checking/suggest/candidates.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "engine/checking/suggest/messages.hpp"
#include "engine/checking/suggest/rule_words.hpp"
#include "engine/quantity/date.hpp"

namespace crossfoot::suggest {
namespace {

using profile::ColumnProfile;
using profile::ColumnType;
using profile::Key;
using profile::Profile;

class Writer {
public:
    Writer(std::span<const Profile> profiles, const Profile& profile, Language words)
        : profiles_(profiles), profile_(profile), words_(words), rows_("tables." + key(profile.name)) {}

    std::vector<Candidate> write(const std::vector<Relation>& relations) {
        for (const Key& each : profile_.keys) unique(each);
        for (const ColumnProfile& each : profile_.columns) {
            if (each.type == ColumnType::empty) continue;
            if (each.without_value() == 0)
                row_rule(each.name, "given", {}, "present(" + cell(each) + ")", Message(messages::present, each.name));
            if (each.type == ColumnType::text) accepted(each);
            else range(each);
        }
        const std::size_t before = out_.size();
        for (const Relation& each : relations) relation(each);
        for (std::size_t i = before; i < out_.size(); ++i) out_[i].relation = true;
        for (const ColumnProfile& each : profile_.columns) references(each);
        return std::move(out_);
    }

private:
    static std::string cell(const ColumnProfile& column) { return "r." + key(column.name); }

    std::string id(std::string_view name, std::string_view what) {
        std::string base = word(name);
        base = base.empty() ? std::string(what) : base + "-" + std::string(what);
        std::string out = base;
        for (std::size_t number = 2; !ids_.insert(out).second; ++number) out = base + "-" + std::to_string(number);
        return out;
    }

    void add(std::string_view name, std::string_view what, const std::string& domain, const std::string& body, const Message& says) {
        std::string rule_id = id(name, what);
        std::string rule = "rule " + rule_id + " " + title(says.in(words_)) + domain + ": " + body;
        out_.push_back({std::move(rule_id), std::move(rule), false});
    }

    // Over the rows in which all of these columns are given.
    void row_rule(std::string_view name, std::string_view what, const std::vector<const ColumnProfile*>& used,
                  const std::string& body, const Message& says) {
        std::string where;
        for (const ColumnProfile* each : used)
            if (!each->missing.empty()) where.append(where.empty() ? " where " : " and ").append("present(" + cell(*each) + ")");
        add(name, what, " for r in " + rows_ + where, body, says);
    }

    void unique(const Key& columns) {
        const ColumnProfile& first = profile_.columns[columns[0]];
        if (columns.size() == 1)
            return add(first.name, "unique", {}, "unique(" + rows_ + "[*]." + key(first.name) + ")",
                       Message(messages::unique, first.name));
        if (columns.size() == 3) return unique_three(columns);
        const ColumnProfile& second = profile_.columns[columns[1]];
        // groups by a text need no more than the rows of one at hand
        const bool swap = !is_name(first.name) || (first.type != ColumnType::text && second.type == ColumnType::text && is_name(second.name));
        const ColumnProfile &by = swap ? second : first, &of = swap ? first : second;
        if (!is_name(by.name)) return;
        add(first.name + "-" + second.name, "unique", " for g in groups(" + rows_ + ", by: " + by.name + ")",
            "unique(g.rows[*]." + key(of.name) + ")", Message(messages::unique_pair, first.name, second.name));
    }

    void unique_three(const Key& columns) {
        std::vector<const ColumnProfile*> order;
        for (const std::size_t column : columns) order.push_back(&profile_.columns[column]);
        // groups by texts, where there are some, and last the column that need be no name of a rule
        std::stable_sort(order.begin(), order.end(), [](const ColumnProfile* a, const ColumnProfile* b) {
            const auto rank = [](const ColumnProfile& of) { return !is_name(of.name) ? 2 : of.type != ColumnType::text ? 1 : 0; };
            return rank(*a) < rank(*b);
        });
        if (!is_name(order[0]->name) || !is_name(order[1]->name)) return;
        const std::array<std::string, 3> names{profile_.columns[columns[0]].name, profile_.columns[columns[1]].name,
                                               profile_.columns[columns[2]].name};
        add(names[0] + "-" + names[1] + "-" + names[2], "unique",
            " for g in groups(" + rows_ + ", by: " + order[0]->name + ") for h in groups(g.rows, by: " + order[1]->name + ")",
            "unique(h.rows[*]." + key(order[2]->name) + ")", Message(messages::unique_three, names[0], names[1], names[2]));
    }

    void accepted(const ColumnProfile& column) {
        constexpr std::uint64_t kFew = 20, kOften = 5;
        if (!column.distinct || *column.distinct > kFew || column.filled < kOften * *column.distinct) return;
        std::vector<std::string_view> all = column.values.values();
        std::sort(all.begin(), all.end());
        std::string list;
        for (const std::string_view each : all) list.append(list.empty() ? "" : ", ").append(text(each));
        row_rule(column.name, "accepted", {&column}, cell(column) + " in [" + list + "]", Message(messages::accepted, column.name));
    }

    void range(const ColumnProfile& column) {
        std::string body;
        if (column.type == ColumnType::date) {
            body = iso(day(year_of(column.first_day), 1, 1)->first) + " <= " + cell(column) +
                   " <= " + iso(day(year_of(column.last_day), 12, 31)->last);
        } else {
            const auto [low, high] = bounds(column);
            body = cell(column) + " in " + number(low, column.unit) + ".." + number(high, column.unit);
        }
        row_rule(column.name, "range", {&column}, body, Message(messages::range, column.name));
    }

    // Percentages from 0 to 100, years as they are, else from 0 or one digit below to one digit above.
    static std::pair<Rational, Rational> bounds(const ColumnProfile& column) {
        using Direction = Rational::Direction;
        const Rational &least = *column.least, &greatest = *column.greatest;
        const Rational hundred = 100, first_year = 1800, last_year = 2100;
        if (column.unit == "%" && least.sign() >= 0 && greatest <= hundred) return {0, 100};
        if (column.unit.empty() && column.decimals == 0 && least >= first_year && greatest <= last_year) return {least, greatest};
        return {least.sign() >= 0 ? Rational(0) : one_digit(least, Direction::down),
                greatest.sign() <= 0 ? Rational(0) : one_digit(greatest, Direction::up)};
    }

    void relation(const Relation& relation) {
        std::vector<const ColumnProfile*> used;
        std::string sum;
        for (const std::size_t each : relation.parts) {
            used.push_back(&profile_.columns[each]);
            sum.append(sum.empty() ? "" : " + ").append(cell(*used.back()));
        }
        if (relation.kind == RelationKind::hundred)
            return row_rule("shares", "hundred", used, sum + " = 100 %", Message(messages::hundred));
        const ColumnProfile& whole = profile_.columns[relation.whole];
        if (relation.kind == RelationKind::yearly) return yearly(relation.parts, whole);
        const std::string &first = used[0]->name, &second = used[1]->name;
        const std::string both = "(" + cell(*used[0]) + ", " + cell(*used[1]) + ")";
        used.push_back(&whole);
        switch (relation.kind) {
            case RelationKind::share:
                return row_rule(whole.name, "share", used, "share" + both + " = " + cell(whole),
                                Message(messages::share, whole.name, first, second));
            case RelationKind::ratio:
                return row_rule(whole.name, "ratio", used, cell(*used[0]) + " / " + cell(*used[1]) + " = " + cell(whole),
                                Message(messages::ratio, whole.name, first, second));
            case RelationKind::change:
                return row_rule(whole.name, "change", used, "change" + both + " = " + cell(whole),
                                Message(messages::change, whole.name, first, second));
            default:
                return row_rule(whole.name, "sum", used, sum + " = " + cell(whole), Message(messages::sum, whole.name));
        }
    }

    // Behind the first year: of the rows of that year the one before is not in the table.
    void yearly(const std::vector<std::size_t>& parts, const ColumnProfile& whole) {
        const ColumnProfile &of = profile_.columns[parts[0]], &year = profile_.columns[parts[1]];
        const ColumnProfile* unit = parts.size() > 2 ? &profile_.columns[parts[2]] : nullptr;
        if (!is_name(year.name) || (unit != nullptr && !is_name(unit->name))) return;
        std::string which = year.name + " = " + cell(year) + " - 1";
        if (unit != nullptr) which = unit->name + " = " + cell(*unit) + " and " + which;
        std::string where = " where " + cell(year) + " > " + year.least->decimal(Rational::Direction::nearest);
        if (!whole.missing.empty()) where += " and present(" + cell(whole) + ")";
        add(whole.name, "yearly", " for r in " + rows_ + where,
            "change(" + rows_ + "[" + which + "]." + key(of.name) + ", " + cell(of) + ") = " + cell(whole),
            Message(messages::yearly, whole.name, of.name));
    }

    // A text column all of whose values stand in another that is a key.
    void references(const ColumnProfile& column) {
        if (column.type != ColumnType::text || !column.distinct || *column.distinct < 2) return;
        for (const Profile& other : profiles_)
            for (const Key& each : other.keys) {
                const ColumnProfile& target = other.columns[each[0]];
                if (each.size() != 1 || &target == &column || target.type != ColumnType::text || !target.distinct) continue;
                const std::vector<std::string_view> all = column.values.values();
                const auto there = [&](std::string_view value) { return target.values.contains(value); };
                if (!std::all_of(all.begin(), all.end(), there)) continue;
                const std::string list = "tables." + key(other.name) + "[*]." + key(target.name);
                row_rule(column.name, "refers", {&column}, cell(column) + " in " + list, Message(messages::refers, column.name, list));
            }
    }

    std::span<const Profile> profiles_;
    const Profile& profile_;
    Language words_;
    std::string rows_;
    std::set<std::string> ids_;
    std::vector<Candidate> out_;
};

}  // namespace

std::vector<Candidate> candidates(std::span<const Profile> profiles, std::size_t index,
                                  const std::vector<Relation>& relations, Language words) {
    return Writer(profiles, profiles[index], words).write(relations);
}

}  // namespace crossfoot::suggest
