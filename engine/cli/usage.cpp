#include "engine/cli/usage.hpp"

#include "engine/cli/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot::cli {
namespace {

std::string quoted(const std::string& name) { return "`" + name + "`"; }

Message list(const std::vector<std::string>& names, const Template& last) {
    if (names.empty()) return {};
    std::string first = quoted(names.front());
    for (std::size_t i = 1; i + 1 < names.size(); ++i) first.append(", ").append(quoted(names[i]));
    return names.size() == 1 ? Message::verbatim(first) : Message(last, first, quoted(names.back()));
}

}  // namespace

Message and_list(const std::vector<std::string>& names) { return list(names, words::and_last); }

Message see_help(const std::string& topic) { return Message(words::see_help, topic.empty() ? topic : topic + " "); }

void suggest_nearest(UsageError& error, const std::string& given, const std::vector<std::string>& names) {
    const std::vector<std::string> near = nearest(given, {names.begin(), names.end()}, 2);
    if (!near.empty())
        error.help.insert(error.help.begin(), Message(words::nearest_is, list(near, words::alternative)));
}

UsageError no_command(const std::vector<std::string>& names) {
    return {Message(words::no_command), {Message(words::commands_are, and_list(names)), see_help("")}, {}};
}

UsageError unknown_command(const std::string& given, const std::vector<std::string>& names) {
    UsageError error{Message(words::unknown_command, given), {Message(words::commands_are, and_list(names))}, {}};
    suggest_nearest(error, given, names);
    return error;
}

UsageError unknown_option(const std::string& given, const std::vector<std::string>& names, const std::string& topic) {
    const std::string name = given.substr(0, given.find('='));
    UsageError error{
        topic.empty() ? Message(words::unknown_option_alone, name) : Message(words::unknown_option, name, topic),
        {see_help(topic)},
        {}};
    suggest_nearest(error, name, names);
    return error;
}

UsageError bad_value(const std::string& option, const std::string& given, const std::vector<std::string>& values,
                     const std::string& topic) {
    UsageError error{
        Message(words::bad_value, given, option), {Message(words::values_are, and_list(values)), see_help(topic)}, {}};
    suggest_nearest(error, given, values);
    return error;
}

UsageError missing_argument(const std::string& topic, const Template& what) {
    return {Message(words::missing_argument, topic, Message(what)), {see_help(topic)}, {}};
}

UsageError bad_argument(const std::string& topic, const std::string& given, const std::vector<std::string>& values) {
    UsageError error{Message(words::bad_argument, given, topic),
                     {Message(words::values_are, and_list(values)), see_help(topic)},
                     {}};
    suggest_nearest(error, given, values);
    return error;
}

UsageError extra_argument(const std::string& topic, const std::string& given) {
    return {Message(words::extra_argument, given), {see_help(topic)}, {}};
}

Diagnostic no_such_rule(const std::string& given, const Findings& findings) {
    UsageError error{Message(words::no_such_rule, given), {}, {}};
    std::vector<std::string> ids;
    for (const RuleInfo& rule : findings.rules) ids.push_back(rule.id);
    suggest_nearest(error, given, ids);
    return {Code::XF606, error.headline, {}, {}, {}, {}, error.help};
}

}  // namespace crossfoot::cli
