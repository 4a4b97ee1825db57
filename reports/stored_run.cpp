#include "reports/stored_run.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "reports/messages.hpp"

namespace crossfoot::reports {
namespace {

using Json = nlohmann::ordered_json;   // bindings keep their order

constexpr std::array kVerdicts{Verdict::holds, Verdict::contradicted, Verdict::unverifiable, Verdict::waived, Verdict::vacuous};
constexpr std::array kSeverities{Severity::info, Severity::warning, Severity::error};

const Json* member(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const std::string* text_of(const Json* value) {
    return value == nullptr ? nullptr : value->get_ptr<const std::string*>();
}

template <typename Names, typename Value>
bool read_name(const Json* value, const Names& names, Value& out) {
    const std::string* text = text_of(value);
    const auto found = std::find_if(names.begin(), names.end(), [&](Value each) { return text != nullptr && to_string(each) == *text; });
    if (found == names.end()) return false;
    out = *found;
    return true;
}

// "-12.50"; a bound, so that a forged file costs no time
bool is_decimal(std::string_view text) {
    constexpr std::size_t kLongest = 4096;
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return text.size() <= kLongest && digits(text.substr(0, point)) &&
           (point == text.size() || digits(text.substr(point + 1)));
}

// Nothing where the member is absent or null; false where it is something else.
bool read_number(const Json* value, std::optional<Rational>& out) {
    if (value == nullptr) return true;
    const std::string* text = text_of(value);
    if (text == nullptr || !is_decimal(*text)) return false;
    out = Rational::from_decimal(*text);
    return true;
}

bool read_bindings(const Json* value, StoredFinding& out) {
    if (value == nullptr || !value->is_object()) return false;
    for (const auto& [name, bound] : value->items()) {
        const std::string* text = text_of(&bound);
        if (text == nullptr) return false;
        out.bindings.emplace_back(name, *text);
    }
    return true;
}

bool read_figures(const Json* value, StoredFinding& out) {
    if (value == nullptr || !value->is_array()) return false;
    const auto is_number = [](const Json& each) {
        const std::string* kind = each.is_object() ? text_of(member(each, "kind")) : nullptr;
        return kind == nullptr || *kind == "number";
    };
    const bool numbers = std::any_of(value->begin(), value->end(), is_number);
    for (const Json& each : *value) {
        if (numbers && !is_number(each)) continue;
        const std::string* path = each.is_object() ? text_of(member(each, "path")) : nullptr;
        const std::string* printed = each.is_object() ? text_of(member(each, "printed")) : nullptr;
        if (path == nullptr || printed == nullptr) return false;
        out.figures.emplace_back(*path, *printed);
    }
    return true;
}

// The member that is missing or of another kind; empty where all is there.
std::string_view read_finding(const Json& given, StoredFinding& out) {
    const std::string* rule = text_of(member(given, "rule"));
    if (rule == nullptr) return "rule";
    out.rule = *rule;
    if (const std::string* title = text_of(member(given, "title"))) out.title = *title;
    if (const std::string* identity = text_of(member(given, "identity"))) out.identity = *identity;
    if (!read_name(member(given, "verdict"), kVerdicts, out.verdict)) return "verdict";
    if (!read_name(member(given, "severity"), kSeverities, out.severity)) return "severity";
    if (!read_bindings(member(given, "bindings"), out)) return "bindings";
    if (!read_figures(member(given, "figures"), out)) return "figures";
    if (!read_number(member(given, "gap"), out.gap)) return "gap";
    if (!read_number(member(given, "allowance"), out.allowance)) return "allowance";
    return {};
}

// "IDENTITY PRINT VERDICT SEVERITY BEYOND", the last may be left out; false where it is something else.
bool read_unlisted(const std::string& line, StoredFinding& out) {
    std::vector<std::string> words(1);
    for (const char c : line) {
        if (c == ' ') words.emplace_back();
        else words.back() += c;
    }
    const auto is_digest = [](const std::string& word) {
        return word.size() == 16 && word.find_first_not_of("0123456789abcdef") == std::string::npos;
    };
    if (words.size() < 4 || words.size() > 5 || !is_digest(words[0]) || !is_digest(words[1])) return false;
    const Json verdict = words[2], severity = words[3];
    if (!read_name(&verdict, kVerdicts, out.verdict) || !read_name(&severity, kSeverities, out.severity)) return false;
    if (words.size() == 5 && !is_decimal(words[4])) return false;
    out.identity = words[0];
    out.print = words[1];
    out.listed = false;
    if (words.size() == 5) out.beyond = Rational::from_decimal(words[4]);
    return true;
}

// Those of all rules; what is wrong, or nothing.
std::optional<std::string> read_all_unlisted(const Json* rules, std::vector<StoredFinding>& out) {
    if (rules == nullptr) return std::nullopt;
    if (!rules->is_array()) return "unlisted";
    for (const Json& each : *rules) {
        const std::string* rule = each.is_object() ? text_of(member(each, "rule")) : nullptr;
        const Json* lines = each.is_object() ? member(each, "findings") : nullptr;
        if (rule == nullptr || lines == nullptr || !lines->is_array()) return "unlisted.rule";
        for (const Json& line : *lines) {
            StoredFinding& made = out.emplace_back();
            made.rule = *rule;
            const std::string* text = text_of(&line);
            if (text == nullptr || !read_unlisted(*text, made)) return "unlisted.findings";
        }
    }
    return std::nullopt;
}

// "ab [y = 2013], ac"; as much of it as can be read.
std::string rule_names(const Json* rules) {
    std::string out;
    if (rules == nullptr || !rules->is_array()) return out;
    for (const Json& each : *rules) {
        const std::string* rule = each.is_object() ? text_of(member(each, "rule")) : nullptr;
        StoredFinding bound;
        if (rule == nullptr || !read_bindings(member(each, "bindings"), bound)) continue;
        std::string bindings;
        for (const auto& [name, value] : bound.bindings)
            bindings.append(bindings.empty() ? "" : ", ").append(name).append(" = ").append(value);
        out.append(out.empty() ? "" : ", ").append(*rule);
        if (!bindings.empty()) out.append(" [").append(bindings).append("]");
    }
    return out;
}

}  // namespace

std::variant<StoredRun, Message> read_stored_run(std::string_view text) {
    const Json run = Json::parse(text, nullptr, false);
    if (run.is_discarded()) return Message(words::not_json);
    if (!run.is_object()) return Message(words::not_a_run, "format");
    const Json* format = member(run, "format");
    if (format == nullptr || *format != 1) return Message(words::not_a_run, "format");
    const Json* findings = member(run, "findings");
    if (findings == nullptr || !findings->is_array()) return Message(words::not_a_run, "findings");
    StoredRun out;
    for (const Json& each : *findings) {
        const std::string place = "findings[" + std::to_string(out.findings.size()) + "]";
        if (!each.is_object()) return Message(words::not_a_run, place);
        if (const std::string_view wrong = read_finding(each, out.findings.emplace_back()); !wrong.empty())
            return Message(words::not_a_run, place + "." + std::string(wrong));
    }
    if (const auto wrong = read_all_unlisted(member(run, "unlisted"), out.findings)) return Message(words::not_a_run, *wrong);
    const Json* joint = member(run, "joint");
    if (joint == nullptr) return out;
    if (!joint->is_array()) return Message(words::not_a_run, "joint");
    for (const Json& each : *joint) {
        const std::string* identity = each.is_object() ? text_of(member(each, "identity")) : nullptr;
        if (identity == nullptr) return Message(words::not_a_run, "joint[" + std::to_string(out.joint.size()) + "].identity");
        out.joint.emplace(*identity, rule_names(member(each, "rules")));
    }
    return out;
}

}  // namespace crossfoot::reports
