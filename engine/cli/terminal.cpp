#include "engine/cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace crossfoot::cli {
namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);  // NOLINT: read before any thread is started
    return value == nullptr ? std::string_view() : std::string_view(value);
}

Language locale_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string_view value = variable(name);
        if (!value.empty()) return value.starts_with("fr") ? Language::fr : Language::en;
    }
    return Language::en;
}

// SOURCE_DATE_EPOCH (seconds, as reproducible-builds.org defines it) stands in place of the clock.
std::int32_t day_of_today() {
    constexpr std::int64_t kDay = 86'400;
    constexpr std::int64_t kMost = kDay * 3'000'000;  // beyond the year 9999
    const std::string_view given = variable("SOURCE_DATE_EPOCH");
    std::int64_t seconds = 0;
    const auto [rest, failed] = std::from_chars(given.data(), given.data() + given.size(), seconds);
    const bool whole = !given.empty() && failed == std::errc() && rest == given.data() + given.size();
    if (!whole || seconds < 0 || seconds > kMost)
        seconds = std::chrono::duration_cast<std::chrono::seconds>(
                      std::chrono::system_clock::now().time_since_epoch()).count();
    return static_cast<std::int32_t>(seconds / kDay);
}

Stream stream(int descriptor) {
    constexpr unsigned kUsual = 80;
    Stream out;
    out.terminal = isatty(descriptor) != 0;
    if (!out.terminal) return out;
    winsize size{};
    const bool known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    out.width = known ? size.ws_col : kUsual;
    return out;
}

}  // namespace

Surroundings surroundings() {
    Surroundings out;
    out.locale = locale_language();
    out.no_color = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
    out.out = stream(STDOUT_FILENO);
    out.err = stream(STDERR_FILENO);
    out.today = day_of_today();
    return out;
}

bool colored(const Stream& stream, ColorChoice choice, const Surroundings& surroundings) {
    if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
    return stream.terminal && !surroundings.no_color;
}

}  // namespace crossfoot::cli
