#include "tests/support/workspace.hpp"

#include <stdlib.h>

#include <fstream>
#include <stdexcept>
#include <system_error>

#include "tests/support/process.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

fs::path inside(const fs::path& directory, const std::string& name) {
    const fs::path path = fs::path(name).lexically_normal();
    if (path.empty() || path.is_absolute() || *path.begin() == "..")
        throw std::invalid_argument("`" + name + "` is not inside the directory of the case");
    return directory / path;
}

std::string latin1(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            out += text[at];
        } else if ((byte == 0xC2 || byte == 0xC3) && at + 1 < text.size()) {
            const auto low = static_cast<unsigned char>(text[++at]);
            out += static_cast<char>((byte == 0xC3 ? 0xC0U : 0x80U) | (low & 0x3FU));
        } else {
            throw std::invalid_argument("a character of a `latin1` block is not in Latin-1");
        }
    }
    return out;
}

// The characters of a text, none beyond U+FFFF.
std::u16string characters(const std::string& text) {
    std::u16string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto more = [&] { return static_cast<unsigned char>(text.at(++at)) & 0x3FU; };
        unsigned code = byte;
        if (byte >= 0xE0) code = (byte & 0x0FU) << 12U, code |= more() << 6U, code |= more();
        else if (byte >= 0xC0) code = (byte & 0x1FU) << 6U, code |= more();
        out += static_cast<char16_t>(code);
    }
    return out;
}

std::string windows1252(const std::string& text) {
    const std::u16string beyond = u"\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
                                  u"\u02DC\u2122\u0161\u203A\u0153\u017E\u0178";
    const std::string bytes = "\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9E\x9F";
    std::string out;
    for (const char16_t c : characters(text)) {
        const std::size_t at = beyond.find(c);
        if (at != std::u16string::npos) out += bytes[at];
        else if (c < 0x80 || (c > 0x9F && c < 0x100)) out += static_cast<char>(c);
        else throw std::invalid_argument("a character of a `windows1252` block is not in Windows-1252");
    }
    return out;
}

std::string utf16(const std::string& text, bool big) {
    std::string out;
    for (const char16_t c : characters(text)) {
        const char low = static_cast<char>(c & 0xFFU), high = static_cast<char>(c >> 8U);
        out += big ? high : low;
        out += big ? low : high;
    }
    return out;
}

std::string crlf(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

std::string bytes_of(const Block& block) {
    std::string bytes = block.content;
    bool bom = false;
    for (const std::string& word : block.words) {
        if (word == "latin1") bytes = latin1(bytes);
        else if (word == "windows1252") bytes = windows1252(bytes);
        else if (word == "utf16") bytes = "\xFF\xFE" + utf16(bytes, false);
        else if (word == "utf16be") bytes = utf16(bytes, true);
        else if (word == "crlf") bytes = crlf(bytes);
        else if (word == "no-newline") bytes.erase(bytes.find_last_not_of("\r\n") + 1);
        else if (word == "bom") bom = true;
        else throw std::invalid_argument("a file cannot be `" + word + "`");
    }
    return bom ? "\xEF\xBB\xBF" + bytes : bytes;
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() {
    std::string name = (fs::temp_directory_path() / "crossfoot-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void write_file(const fs::path& directory, const Block& block) {
    const fs::path path = inside(directory, block.attribute("file").value());
    std::size_t times = 1;
    for (const auto& [name, value] : block.attributes) {
        if (name == "repeat") times = std::stoul(value);
        else if (name != "file") throw std::invalid_argument("a file has no attribute `" + name + "`");
    }
    const std::string bytes = bytes_of(block);
    fs::create_directories(path.parent_path());
    fs::remove(path);
    std::ofstream out(path, std::ios::binary);
    for (std::size_t i = 0; i < times; ++i) out << bytes;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

void run_setup(const fs::path& directory, const fs::path& project, const Block& block) {
    for (const std::string& line : lines_of(block.content)) {
        const std::vector<std::string> words = split_command(line);
        if (words.size() == 2 && words[0] == "mkdir") {
            fs::create_directories(inside(directory, words[1]));
        } else if (words.size() == 2 && words[0] == "remove") {
            fs::remove_all(inside(directory, words[1]));
        } else if (words.size() == 3 && words[0] == "symlink") {
            fs::create_directories(inside(directory, words[2]).parent_path());
            fs::create_symlink(words[1], inside(directory, words[2]));
        } else if (words.size() == 3 && words[0] == "copy") {
            fs::create_directories(inside(directory, words[2]).parent_path());
            fs::copy(inside(project, words[1]), inside(directory, words[2]), fs::copy_options::recursive);
        } else {
            throw std::invalid_argument("`setup` knows mkdir, remove, symlink and copy, not: " + line);
        }
    }
}

}  // namespace crossfoot::testing
