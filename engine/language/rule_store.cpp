#include "engine/language/rule_store.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "engine/language/messages.hpp"

namespace crossfoot::syntax {

namespace fs = std::filesystem;

namespace {

Fetched refused(Code code, Message why) { return {{}, Diagnostic{code, std::move(why), {}, {}, {}, {}, {}}}; }
Fetched unreadable(const std::string& path, Message why) {
    return refused(Code::XF206, Message(messages::cannot_read, path, std::move(why)));
}

}  // namespace

std::optional<Diagnostic> DiskStore::outside(const std::string& path) const {
    if (places_.allow(path)) return std::nullopt;
    return Diagnostic{Code::XF216, Message(messages::outside, path), {}, {}, {}, {}, {Message(messages::allowed_places)}};
}

Fetched DiskStore::fetch(const std::string& path, const ParseLimits& limits) const {
    if (auto problem = outside(path)) return {{}, std::move(problem)};
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return unreadable(path, Message(messages::missing_file));
    if (error) return unreadable(path, Message::verbatim(error.message()));
    // A pipe or device might never end.
    if (!fs::is_regular_file(status)) return unreadable(path, Message(messages::not_a_file));
    // neither as written nor behind a link: a syntax error would print a line of it
    const fs::path real = fs::canonical(path, error);
    if (error) return unreadable(path, Message::verbatim(error.message()));
    if (fs::path(path).extension() != ".xf" || real.extension() != ".xf") return unreadable(path, Message(messages::no_rule_file));
    const std::uintmax_t size = fs::file_size(path, error);
    if (error) return unreadable(path, Message::verbatim(error.message()));
    if (size > limits.file_bytes) return refused(Code::XF205, Message(messages::too_large, size, limits.file_bytes));
    errno = 0;
    std::ifstream in(real, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!in || (size > 0 && !in.read(text.data(), static_cast<std::streamsize>(size))))
        return unreadable(path, Message::verbatim(std::generic_category().message(errno != 0 ? errno : EIO)));
    return {std::move(text), std::nullopt};
}

std::string DiskStore::identity(const std::string& path) const {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    return error ? path : canonical.generic_string();
}

std::vector<std::string> DiskStore::beside(const std::string& path) const {
    std::vector<std::string> out;
    std::error_code error;
    const fs::path parent = fs::path(path).parent_path();
    fs::directory_iterator entries(parent.empty() ? fs::path(".") : parent, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
        if (entries->path().extension() == ".xf") out.push_back(entries->path().filename().generic_string());
    std::sort(out.begin(), out.end());
    return out;
}

TextStore::TextStore(std::vector<std::pair<std::string, std::string>> files) {
    for (auto& [path, text] : files) texts_.try_emplace(fs::path(path).lexically_normal().generic_string(), std::move(text));
}

Fetched TextStore::fetch(const std::string& path, const ParseLimits& limits) const {
    const auto found = texts_.find(path);
    if (found == texts_.end()) return unreadable(path, Message(messages::missing_file));
    if (found->second.size() > limits.file_bytes)
        return refused(Code::XF205, Message(messages::too_large, found->second.size(), limits.file_bytes));
    return {found->second, std::nullopt};
}

std::vector<std::string> TextStore::beside(const std::string& path) const {
    std::vector<std::string> out;
    const fs::path parent = fs::path(path).parent_path();
    for (const auto& [known, text] : texts_)
        if (fs::path(known).parent_path() == parent) out.push_back(fs::path(known).filename().generic_string());
    return out;
}

std::vector<std::string> rule_files_below(const std::string& directory, std::error_code& error) {
    std::vector<std::string> out;
    fs::recursive_directory_iterator entries(directory, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        std::error_code ignored;
        if (entries->path().extension() == ".xf" && !entries->is_directory(ignored))
            out.push_back(entries->path().lexically_normal().generic_string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace crossfoot::syntax
