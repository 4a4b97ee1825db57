#include "engine/quantity/date.hpp"
#include "reports/json_writer.hpp"
#include "reports/profile.hpp"
#include "reports/version.hpp"

namespace crossfoot::reports {
namespace {

using profile::ColumnProfile;
using profile::ColumnType;
using profile::Frequent;
using profile::Profile;
using profile::UnitFrom;

std::string_view word(ColumnType type) {
    switch (type) {
        case ColumnType::number: return "number";
        case ColumnType::date: return "date";
        case ColumnType::text: return "text";
        default: return "empty";
    }
}

std::string_view word(UnitFrom from) {
    switch (from) {
        case UnitFrom::cells: return "cells";
        case UnitFrom::name: return "name";
        case UnitFrom::values: return "values";
        default: return "";
    }
}

class ProfileJson {
public:
    explicit ProfileJson(const ProfileMaterial& material) : material_(material), suggestions_(material.suggestions) {}

    std::string render() {
        json_.begin_object();
        json_.key("format"), json_.number(1);
        json_.member("crossfoot", version());
        json_.key("tables");
        json_.begin_array();
        for (std::size_t i = 0; i < material_.profiles.size(); ++i) table(material_.profiles[i], suggestions_.stanzas[i]);
        json_.end_array();
        json_.member("manifest", profile::manifest_lines(suggestions_.manifest));
        json_.member("rules", suggestions_.rules);
        json_.member("rules_count", std::uint64_t{suggestions_.count});
        json_.key("nearly");
        json_.begin_array();
        for (const suggest::NearlyHolds& each : suggestions_.nearly) {
            json_.begin_object(kInline);
            json_.member("rule", each.rule);
            json_.member("contradicted", each.contradicted);
            json_.member("instances", each.instances);
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
        return std::move(json_).finish();
    }

private:
    void table(const Profile& profile, const std::string& stanza) {
        json_.begin_object();
        json_.member("name", profile.name);
        json_.member("source", profile.source);
        json_.member("files", std::uint64_t{profile.parts});
        json_.member("rows", profile.rows);
        json_.member("separator", std::string_view(&profile.separator, 1));
        json_.member("encoding", to_string(profile.layout.encoding));
        json_.member("skip", profile.layout.skip);
        json_.member("header", profile.layout.header);
        json_.key("footer");
        if (profile.layout.footer_text.empty()) json_.number(profile.layout.footer_lines);
        else json_.text(profile.layout.footer_text);
        json_.member("blank", profile.layout.blank);
        json_.member_or_null("language", profile.language ? to_string(*profile.language) : std::string_view());
        json_.member("unnamed_columns", std::uint64_t{profile.unnamed});
        json_.member("distinct_bound", std::uint64_t{profile.distinct_bound});
        json_.key("columns");
        json_.begin_array();
        for (const ColumnProfile& each : profile.columns) column(each);
        json_.end_array();
        json_.key("keys");
        json_.begin_array(kInline);
        for (const profile::Key& key : profile.keys) {
            json_.begin_array(kInline);
            for (const std::size_t each : key) json_.text(profile.columns[each].name);
            json_.end_array();
        }
        json_.end_array();
        json_.member("keys_bounded", profile.keys_bounded);
        json_.member("stanza", stanza);
        json_.end_object();
    }

    void column(const ColumnProfile& column) {
        json_.begin_object();
        json_.member("name", column.name);
        json_.member("type", word(column.type));
        json_.member("declared", declaration(column, suggestions_.manifest.language));
        json_.member("optional", column.optional);
        json_.member("filled", column.filled);
        cells("missing", column.missing, "marker");
        cells("suppressed", column.suppressed, "marker");
        if (column.type == ColumnType::number) numbers(column);
        if (column.type == ColumnType::date) range(iso(column.first_day), iso(column.last_day));
        if (column.type == ColumnType::text) range(column.first_text, column.last_text);
        if (column.distinct) json_.member("distinct", *column.distinct);
        else json_.null_member("distinct");
        cells("frequent", column.frequent, "value");
        json_.end_object();
    }

    void numbers(const ColumnProfile& column) {
        json_.member("unit", column.unit);
        json_.member_or_null("unit_from", word(column.unit_from));
        json_.member("decimals", static_cast<std::uint64_t>(column.decimals));
        json_.member("decimals_vary", column.decimals_vary);
        json_.member("multiple_of", Rational::power_of_ten(column.zeros).decimal(Rational::Direction::nearest));
        json_.member("decimal_comma", column.decimal_comma);
        json_.member("grouped", column.grouped);
        range(column.least->decimal(Rational::Direction::down), column.greatest->decimal(Rational::Direction::up));
    }

    void range(const std::string& least, const std::string& greatest) {
        json_.member("least", least);
        json_.member("greatest", greatest);
    }

    void cells(std::string_view name, const std::vector<Frequent>& all, std::string_view what) {
        json_.key(name);
        json_.begin_array(kInline);
        for (const Frequent& each : all) {
            json_.begin_object(kInline);
            json_.member(what, each.value);
            json_.member("count", each.count);
            json_.end_object();
        }
        json_.end_array();
    }

    const ProfileMaterial& material_;
    const suggest::Suggestions& suggestions_;
    JsonWriter json_;
};

}  // namespace

std::string render_profile_json(const ProfileMaterial& material, const Page&) { return ProfileJson(material).render(); }

}  // namespace crossfoot::reports
