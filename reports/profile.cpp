#include "reports/profile.hpp"

#include <algorithm>

#include "engine/dataset/profile/form.hpp"
#include "engine/dataset/profile/markers.hpp"
#include "engine/quantity/date.hpp"
#include "engine/quantity/print.hpp"
#include "reports/cells.hpp"
#include "reports/profile_messages.hpp"
#include "reports/text_columns.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

using profile::ColumnProfile;
using profile::ColumnType;
using profile::Frequent;
using profile::Profile;
using profile::UnitFrom;

class ProfileText {
public:
    ProfileText(const ProfileMaterial& material, const Page& page)
        : material_(material), page_(page), numerals_(material.suggestions.manifest.language) {}

    std::string render() {
        for (const Profile& each : material_.profiles) table(each);
        paste_stanzas();
        if (!material_.suggestions.rules.empty()) {
            out_ += "\n";
            comment(say(words::paste_rules));
            out_ += material_.suggestions.rules;
        }
        nearly();
        return std::move(out_);
    }

private:
    template <class... Args>
    std::string say(const Template& text, Args&&... args) const {
        return Message(text, std::forward<Args>(args)...).in(page_.language);
    }
    std::string count(std::uint64_t number) const { return reports::number(number, page_.language); }
    std::string short_text(std::string_view text) const {
        constexpr unsigned kShown = 24;
        return cut(clean(text), kShown);
    }
    void heading(const std::string& text) { out_.append(paint(page_, Style::bold, text)).append("\n"); }
    void comment(const std::string& text) { out_.append(paint(page_, Style::quiet, "# " + text)).append("\n"); }

    void table(const Profile& profile) {
        std::string head = profile.source + std::string(colon(page_.language)) + " " +
                           counted(words::n_table_rows, profile.rows, page_.language) + ", " +
                           counted(words::n_columns, profile.columns.size(), page_.language);
        if (profile.parts > 1) head += ", " + counted(words::n_parts, profile.parts, page_.language);
        if (profile.separator != ',')
            head += ", " + say(words::profile_separator, profile.separator == '\t' ? "\\t" : std::string(1, profile.separator));
        if (profile.language)
            head += ", " + say(*profile.language == Language::fr ? words::profile_french : words::profile_english);
        heading(clean(head));
        columns(profile);
        frequent(profile);
        keys(profile);
        notes(profile);
        out_ += "\n";
    }

    void columns(const Profile& profile) {
        Columns rows;
        rows.add({say(words::profile_column), say(words::profile_declared), say(words::profile_range), say(words::profile_distinct),
                  say(words::profile_without)});
        for (const ColumnProfile& each : profile.columns)
            rows.add({clean(each.name), declaration(each, numerals_), range(each),
                      each.distinct ? count(*each.distinct) : say(words::more_than_count, count(profile.distinct_bound)), without(each)});
        rows.append_to(out_);
    }

    std::string value(const Rational& value, const ColumnProfile& column) const {
        const Rational year = 2100;
        const bool years = column.unit.empty() && column.decimals == 0 && *column.greatest <= year && *column.least >= Rational(1000);
        if (years) return value.decimal(Rational::Direction::nearest);  // no year is grouped
        Units units;
        const auto id = parse_literal_unit(column.unit, units, numerals_);
        const Unit unit = id ? units.unit(*id) : Unit{};
        return print_quantity(value * unit.size, unit, numerals_, Rational::Direction::nearest, std::max(6, column.decimals));
    }

    std::string range(const ColumnProfile& column) const {
        switch (column.type) {
            case ColumnType::number: return from_to(value(*column.least, column), value(*column.greatest, column));
            case ColumnType::date: return from_to(iso(column.first_day), iso(column.last_day));
            case ColumnType::text: return from_to(short_text(column.first_text), short_text(column.last_text));
            default: return "";
        }
    }
    std::string from_to(const std::string& low, const std::string& high) const {
        return low == high ? low : say(words::from_to, low, high);
    }

    std::string without(const ColumnProfile& column) const {
        std::string out;
        const auto add = [&](const std::string& text) { out.append(out.empty() ? "" : ", ").append(text); };
        for (const Frequent& each : column.missing)
            add(each.value.empty() ? counted(words::n_empty, each.count, page_.language)
                                   : say(words::n_marked, count(each.count), clean(each.value)));
        for (const Frequent& each : column.suppressed) add(say(words::n_withheld, count(each.count), clean(each.value)));
        return out;
    }

    // Of short lists: columns whose values repeat.
    void frequent(const Profile& profile) {
        constexpr std::uint64_t kShort = 50;
        Columns rows;
        bool any = false;
        for (const ColumnProfile& each : profile.columns) {
            if (!each.distinct || *each.distinct > kShort || *each.distinct * 2 > each.filled || *each.distinct == 0) continue;
            std::string list;
            for (const Frequent& one : each.frequent)
                list.append(list.empty() ? "" : ", ").append(say(words::value_count, short_text(one.value), count(one.count)));
            if (each.frequent.size() < *each.distinct) list += ", …";
            rows.add({clean(each.name), list});
            any = true;
        }
        if (!any) return;
        heading(say(words::profile_frequent));
        rows.append_to(out_);
    }

    void keys(const Profile& profile) {
        heading(say(words::profile_keys));
        for (const profile::Key& key : profile.keys) {
            std::string line;
            for (const std::size_t column : key) line.append(line.empty() ? "  " : " + ").append(clean(profile.columns[column].name));
            out_ += line + "\n";
        }
        if (profile.keys.empty()) out_ += "  " + say(words::profile_no_keys) + "\n";
        if (profile.keys_bounded) out_ += "  " + say(words::profile_keys_bounded) + "\n";
    }

    void notes(const Profile& profile) {
        std::vector<std::string> lines;
        if (profile.unnamed > 0) lines.push_back(counted(words::n_unnamed, profile.unnamed, page_.language));
        layout_notes(profile, lines);
        const auto number = [](const ColumnProfile& each) {
            const profile::Look look = profile::look_of(each.name);
            return look == profile::Look::number || look == profile::Look::year;
        };
        if (!profile.columns.empty() && std::all_of(profile.columns.begin(), profile.columns.end(), number))
            lines.push_back(say(words::header_of_numbers));
        manners_notes(profile.manners, lines);
        for (const ColumnProfile& each : profile.columns) {
            const std::string name = clean(each.name);
            if (each.optional) lines.push_back(say(words::in_some_parts, name, clean(each.having), clean(each.lacking)));
            if (each.type == ColumnType::empty) lines.push_back(say(words::column_is_empty, name));
            if (each.unit_from == UnitFrom::name) lines.push_back(say(words::unit_from_name, name, each.unit));
            if (each.unit_from == UnitFrom::values) lines.push_back(say(words::unit_from_values, name, each.unit));
            if (each.zeros > 0) lines.push_back(say(words::rounded_to, name, count(static_cast<std::uint64_t>(power(each.zeros)))));
            for (const Frequent& one : each.missing)
                if (!one.value.empty() && profile::known_marker(one.value) == profile::MarkerKind::none)
                    lines.push_back(say(words::taken_for_missing, clean(one.value), name));
        }
        if (lines.empty()) return;
        heading(say(words::profile_notes));
        for (const std::string& each : lines) out_ += "  " + each + "\n";
    }
    void manners_notes(const profile::Manners& manners, std::vector<std::string>& lines) const {
        if (manners.dates == DateOrder::day_first) lines.push_back(say(words::day_before_month));
        if (manners.dates == DateOrder::month_first) lines.push_back(say(words::month_before_day));
        if (manners.brackets) lines.push_back(say(words::brackets_are_negative));
        std::string flags;
        for (const std::string& each : manners.flags) flags.append(flags.empty() ? "`" : ", `").append(each).append("`");
        if (!flags.empty()) lines.push_back(say(words::taken_for_flags, flags));
    }
    void layout_notes(const Profile& profile, std::vector<std::string>& lines) const {
        const table::Layout& layout = profile.layout;
        if (profile.encoding_guessed) lines.push_back(say(words::encoding_guessed, to_string(layout.encoding)));
        if (layout.skip > 0) lines.push_back(counted(words::n_above, layout.skip, page_.language));
        if (layout.header > 1) lines.push_back(say(words::header_rows, layout.header));
        constexpr unsigned kShown = 60;
        const std::string first = cut(clean(profile.footer_shown), kShown);
        if (layout.has_footer())
            lines.push_back(profile.footer_first > 0 ? say(words::left_out_below_line, first, count(profile.footer_first))
                                                     : say(words::left_out_below, first));
        if (layout.blank) lines.push_back(say(words::empty_lines_left_out));
    }
    static std::int64_t power(int exponent) {
        std::int64_t out = 0;
        static_cast<void>(Rational::power_of_ten(exponent).to_int64(out));
        return out;
    }

    void nearly() {
        if (material_.suggestions.nearly.empty()) return;
        out_ += "\n";
        comment(say(words::nearly_hold));
        for (const suggest::NearlyHolds& each : material_.suggestions.nearly)
            comment("  " + say(words::nearly_count, count(each.contradicted), count(each.instances), each.rule));
    }

    void paste_stanzas() {
        comment(say(words::paste_report));
        const std::string lines = profile::manifest_lines(material_.suggestions.manifest);
        for (std::size_t at = 0; at < lines.size();) {
            const std::size_t end = lines.find('\n', at);
            comment("  " + lines.substr(at, end - at));
            at = end + 1;
        }
        for (std::size_t i = 0; i < material_.suggestions.stanzas.size(); ++i) out_ += (i == 0 ? "" : "\n") + material_.suggestions.stanzas[i];
    }

    const ProfileMaterial& material_;
    const Page& page_;
    Language numerals_;
    std::string out_;
};

}  // namespace

std::string render_profile(const ProfileMaterial& material, const Page& page) { return ProfileText(material, page).render(); }

}  // namespace crossfoot::reports
