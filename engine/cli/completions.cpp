#include "engine/cli/completions.hpp"

#include <algorithm>

#include "engine/text/codes.hpp"

namespace crossfoot::cli {
namespace {

template <class Words>
std::string joined(const Words& words) {
    std::string out;
    for (const auto& each : words) out.append(out.empty() ? "" : " ").append(each);
    return out;
}

}  // namespace

std::string completions(Shell shell, Language language) {
    switch (shell) {
        case Shell::bash: return bash_completions();
        case Shell::zsh: return zsh_completions(language);
        case Shell::fish: return fish_completions(language);
    }
    return {};
}

std::string spaced(const std::vector<std::string>& words) { return joined(words); }
std::string spaced(const std::vector<std::string_view>& words) { return joined(words); }

std::string code_words() {
    std::vector<std::string_view> names;
    for (const CodeEntry& each : code_catalogue()) names.push_back(each.name);
    return joined(names);
}

std::size_t positions(const CommandRow& command) {
    std::size_t out = 0;
    for (const ArgumentRow& each : command.arguments) out = std::max(out, each.position + 1);
    return out;
}

}  // namespace crossfoot::cli
