#include "engine/cli/report_options.hpp"

#include <algorithm>

#include "engine/cli/messages.hpp"
#include "engine/cli/usage.hpp"

namespace crossfoot::cli {
namespace {

std::vector<std::string> format_names() {
    std::vector<std::string> out;
    for (const reports::FormatEntry& each : reports::formats()) out.emplace_back(each.name);
    return out;
}

std::optional<UsageError> read_report(const std::string& given, ReportAsked& report) {
    const std::size_t equals = given.find('=');
    const std::string name = given.substr(0, equals);
    const reports::FormatEntry* found = reports::find_format(name);
    if (found == nullptr) {
        UsageError error{
            Message(words::unknown_format, name), {Message(words::formats_are, and_list(format_names()))}, {}};
        suggest_nearest(error, name, format_names());
        return error;
    }
    report.format = found->format;
    if (equals == std::string::npos) return std::nullopt;
    report.file = given.substr(equals + 1);
    if (report.file->empty())
        return UsageError{Message(words::empty_file_name, "--format " + given), {see_help("check")}, {}};
    if (*report.file == "-") report.file.reset();
    return std::nullopt;
}

}  // namespace

std::optional<UsageError> read_reports(const std::vector<std::string>& formats, const std::string& output,
                                       std::vector<ReportAsked>& reports) {
    for (const std::string& given : formats) {
        reports.emplace_back();
        if (auto error = read_report(given, reports.back())) return error;
    }
    if (reports.empty()) reports.emplace_back();
    if (!output.empty() && output != "-") {
        const auto free =
            std::find_if(reports.begin(), reports.end(), [](const ReportAsked& each) { return !each.file; });
        if (free == reports.end()) return UsageError{Message(words::output_without_report), {see_help("check")}, {}};
        free->file = output;
    }
    for (auto each = reports.begin(); each != reports.end(); ++each) {
        const bool twice =
            std::any_of(reports.begin(), each, [&](const ReportAsked& other) { return other.file == each->file; });
        if (!twice) continue;
        const Message place = each->file ? Message::verbatim("`" + *each->file + "`") : Message(words::standard_output);
        return UsageError{Message(words::two_reports_one_place, place),
                          {Message(words::give_each_a_file, reports::entry(each->format).name)},
                          {}};
    }
    return std::nullopt;
}

}  // namespace crossfoot::cli
