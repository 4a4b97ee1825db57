#include "engine/dataset/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "engine/dataset/file_kind.hpp"
#include "engine/dataset/messages.hpp"

namespace crossfoot::loading {

namespace {

namespace fs = std::filesystem;

Diagnostic& about_file(Diagnostics& problems, Code code, const std::string& file, Message headline) {
    Diagnostic& diagnostic = problems.add(code, {}, std::move(headline));
    diagnostic.file = file;
    return diagnostic;
}

void unreadable(Diagnostics& problems, const std::string& file, int error) {
    about_file(problems, Code::XF101, file, Message(messages::unreadable, file, system_reason(error)));
}

// Anything but a regular file: opening a pipe would wait for ever.
bool refused(const fs::path& path, const std::string& name, Diagnostics& problems) {
    auto why = no_regular_file(path.string());
    if (why) about_file(problems, Code::XF101, name, Message(messages::unreadable, name, std::move(*why)));
    return why.has_value();
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// The whole file, or nothing and a diagnostic about `name`.
bool read_file(const fs::path& path, const std::string& name, const LoadLimits& limits, Diagnostics& problems,
               std::string& text) {
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) return unreadable(problems, name, errno), false;
    std::error_code none;
    if (const auto size = fs::file_size(path, none); !none && size <= limits.file_bytes) text.reserve(size + 1);
    constexpr std::size_t kBlock = 1U << 16U;
    for (std::size_t got = kBlock; got == kBlock;) {
        const std::size_t before = text.size();
        text.resize(before + kBlock);
        got = std::fread(text.data() + before, 1, kBlock, file.get());
        text.resize(before + got);
        if (text.size() > limits.file_bytes) {
            about_file(problems, Code::XF115, name, Message(messages::file_too_large, name, limits.file_bytes));
            return false;
        }
    }
    if (std::ferror(file.get()) != 0) return unreadable(problems, name, errno), false;
    return true;
}

// Is the canonical path `inner` the canonical directory `outer` or below it?
bool below(const fs::path& outer, const fs::path& inner) {
    const auto [end, at] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return end == outer.end() || (std::next(end) == outer.end() && end->empty());
}

class DirectoryReader {
public:
    DirectoryReader(fs::path top, const LoadLimits& limits, Diagnostics& problems, FilesRead& out)
        : top_(std::move(top)), limits_(limits), problems_(problems), out_(out) {
        std::error_code error;
        real_top_ = fs::canonical(top_, error);
    }

    void read(const std::string& below_top, unsigned depth = 0) {
        std::error_code error;
        const fs::path here = below_top.empty() ? top_ : top_ / below_top;
        if (depth > limits_.depth) {
            const std::string name = displayable(below_top);
            about_file(problems_, Code::XF115, name, Message(messages::directories_too_deep, name, limits_.depth));
            return;
        }
        fs::directory_iterator each(here, error);
        if (error) return unreadable(problems_, displayable(below_top.empty() ? top_.string() : below_top), error.value());
        for (; !error && each != fs::directory_iterator(); each.increment(error)) entry(below_top, each->path(), depth);
        if (error) unreadable(problems_, displayable(below_top.empty() ? top_.string() : below_top), error.value());
    }

private:
    void entry(const std::string& below_top, const fs::path& path, unsigned depth) {
        const std::string base = path.filename().string();
        if (base.starts_with('.')) return;
        const std::string below = below_top.empty() ? base : below_top + "/" + base;
        const std::string name = displayable(below);
        std::error_code error;
        const bool link = fs::is_symlink(path, error);
        const fs::file_status status = fs::status(path, error);
        const bool toml = base.ends_with(".toml") && status.type() != fs::file_type::directory;
        if (name == "report.toml" && toml) out_.has_report = true;
        // A link to a directory inside would show the same files twice; one that leads out is reported.
        if (link && (toml || status.type() == fs::file_type::directory) && !inside(path, name)) return;
        if (status.type() == fs::file_type::directory) {
            if (!link) read(below, depth + 1);
            return;
        }
        if (!toml) return;
        if (error || status.type() == fs::file_type::not_found)
            return unreadable(problems_, name, error ? error.value() : ENOENT);
        if (refused(path, name, problems_)) return;
        std::string text;
        if (read_file(path, name, limits_, problems_, text)) out_.files.push_back({name, std::move(text)});
    }

    bool inside(const fs::path& link, const std::string& name) {
        std::error_code error;
        const fs::path target = fs::canonical(link, error);
        if (error || below(real_top_, target)) return true;   // a broken link is reported as unreadable
        about_file(problems_, Code::XF114, name, Message(messages::link_leaves, name));
        return false;
    }

    fs::path top_, real_top_;
    const LoadLimits& limits_;
    Diagnostics& problems_;
    FilesRead& out_;
};

bool looks_like_utf16(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    return text.size() >= 4 && ((text[0] == 0 && text[2] == 0) != (text[1] == 0 && text[3] == 0));
}

}  // namespace

FilesRead read_files(const std::string& path, const LoadLimits& limits, Diagnostics& problems) {
    FilesRead out;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::directory) {
        out.directory = true;
        DirectoryReader(path, limits, problems, out).read("");
        std::sort(out.files.begin(), out.files.end(), [](const TextFile& a, const TextFile& b) { return a.name < b.name; });
        return out;
    }
    if (error || status.type() == fs::file_type::not_found) {
        unreadable(problems, displayable(path), error ? error.value() : ENOENT);
        return out;
    }
    TextFile file{displayable(fs::path(path).filename().string()), {}};
    if (refused(path, displayable(path), problems)) return out;
    if (read_file(path, displayable(path), limits, problems, file.text)) out.files.push_back(std::move(file));
    return out;
}

bool add_source(TextFile file, SourceMap& sources, Diagnostics& problems) {
    if (file.text.starts_with("\xEF\xBB\xBF")) file.text.erase(0, 3);
    const bool utf16 = looks_like_utf16(file.text);
    const std::size_t bad = utf16 ? 0 : first_malformed_utf8(file.text);
    const FileId id = sources.add(std::move(file.name), std::move(file.text));
    if (bad == std::string_view::npos) return true;

    constexpr std::string_view hex = "0123456789ABCDEF";
    const std::string_view text = sources.file(id).text();
    const auto at = static_cast<std::uint32_t>(bad);
    const auto byte = static_cast<unsigned char>(text[at]);
    const Span span{id, at, at + 1};
    if (utf16) {
        problems.add(Code::XF102, span, Message(messages::utf16)).suggest(Message(messages::convert_utf16));
        return false;
    }
    const std::string digits{hex[byte >> 4U], hex[byte & 0xFU]};
    Diagnostic& diagnostic = problems.add(Code::XF102, span, Message(messages::not_utf8, digits));
    // Above 0xA0 Latin-1 and Unicode agree, so the character can be shown.
    if (byte >= 0xA0) {
        const std::string character{static_cast<char>(0xC0U | (byte >> 6U)), static_cast<char>(0x80U | (byte & 0x3FU))};
        diagnostic.suggest(Message(messages::perhaps_latin1, character));
    } else {
        diagnostic.suggest(Message(messages::convert_utf8));
    }
    return false;
}

std::string displayable(std::string name) {
    for (std::size_t bad; (bad = first_malformed_utf8(name)) != std::string::npos;) name[bad] = '?';
    return name;
}

bool stays_inside(const std::string& directory, const std::string& path) {
    const fs::path written(path);
    if (written.is_absolute()) return false;
    int depth = 0;
    for (const fs::path& step : written) {
        if (step == "..") --depth;
        else if (!step.empty() && step != ".") ++depth;
        if (depth < 0) return false;
    }
    if (directory.empty()) return true;   // no files behind the texts
    std::error_code error;
    const fs::path top = fs::canonical(directory, error);
    if (error) return true;
    const fs::path target = fs::weakly_canonical(fs::path(directory) / written, error);
    return error || below(top, target);
}

}  // namespace crossfoot::loading
