#include "engine/dataset/profile/form.hpp"

#include <algorithm>
#include <array>

#include "engine/dataset/markers.hpp"
#include "engine/dataset/table/decoding.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/header_names.hpp"
#include "engine/dataset/table/limits.hpp"
#include "engine/dataset/table/part_text.hpp"
#include "engine/text/source.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::profile {
namespace {

using table::Encoding;

constexpr std::size_t kBeginning = 1U << 18U, kTail = 1U << 17U;
constexpr std::size_t kLooked = 300;   // records at the beginning

// The beginning of a file, whole lines and at least `lines` of them, where they are not absurdly long.
std::string text_at_beginning(const TablePart& part, Encoding encoding, std::uint64_t lines = 1) {
    const auto bytes = table::open_text(part, encoding);
    std::string out;
    bool whole = false;
    for (std::size_t from = 0; !whole && out.size() < table::kMostRecord;) {
        out.resize(from + kBeginning);
        const std::size_t got = bytes->read(out.data() + from, kBeginning);
        out.resize(from + got);
        from += got;
        if (!bytes->failed().empty()) return {};
        whole = got < kBeginning;
        if (static_cast<std::uint64_t>(std::count(out.begin(), out.end(), '\n')) >= lines) break;
    }
    if (whole && !out.empty() && !out.ends_with('\n')) out += '\n';
    out.resize(out.rfind('\n') + 1);
    if (out.starts_with("\xEF\xBB\xBF")) out.erase(0, 3);
    return out;
}

// Bytes that are held.
class HeldBytes final : public table::ByteSource {
public:
    explicit HeldBytes(std::string bytes) : bytes_(std::move(bytes)) {}
    std::size_t read(char* into, std::size_t size) override {
        const std::size_t got = std::min(size, bytes_.size() - at_);
        std::copy_n(bytes_.data() + at_, got, into);
        at_ += got;
        return got;
    }

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

// The last chunks of a file that is not packed; nothing of one that is, or that is short.
std::optional<std::string> last_chunks(table::TableFile& file) {
    constexpr std::size_t kChunk = table::TableFile::kChunk, kChunks = 2;
    if (!file.open()) return std::nullopt;
    const std::uint64_t chunks = (file.size() + kChunk - 1) / kChunk;
    std::string out(kChunk, '\0');
    out.resize(chunks > kChunks ? file.read(0, out.data()) : 0);
    const bool packed = out.starts_with("\x1F\x8B") || out.starts_with("\x28\xB5\x2F\xFD");
    std::size_t got = 0;
    const bool any = !out.empty() && !packed;
    out.resize(any ? kChunks * kChunk : 0);
    for (std::uint64_t chunk = chunks - kChunks; any && chunk < chunks; ++chunk) got += file.read(chunk, out.data() + got);
    out.resize(got);
    file.close();
    return any ? std::optional(std::move(out)) : std::nullopt;
}

// The end of a file, from the beginning of a line on.
std::string text_at_end(const TablePart& part, Encoding encoding) {
    std::optional<std::string> held = last_chunks(*part.file);
    const bool begins_inside = held.has_value();
    const auto bytes = held ? table::decoded(std::make_unique<HeldBytes>(std::move(*held)), encoding) : table::open_text(part, encoding);
    std::string out;
    for (std::size_t got = kTail; got == kTail;) {
        const std::size_t before = out.size();
        out.resize(before + kTail);
        got = bytes->read(out.data() + before, kTail);
        out.resize(before + got);
        if (!bytes->failed().empty()) return {};
        if (out.size() > 2 * kTail) out.erase(0, out.find('\n', out.size() - kTail) + 1);
    }
    if (begins_inside && out.size() <= kTail) out.erase(0, out.find('\n') + 1);
    if (!out.empty() && !out.ends_with('\n')) out += '\n';
    return out;
}

struct Bytes {
    Encoding encoding = Encoding::utf8;
    bool mark = false, beyond_ascii = false;
};

Bytes look_at_bytes(const TablePart& part) {
    const auto bytes = table::open_bytes(*part.file);
    std::string raw(kBeginning, '\0');
    raw.resize(bytes->read(raw.data(), raw.size()));
    if (raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF")) return {Encoding::utf16, true, true};
    if (raw.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, true, true};
    const auto zeros = static_cast<std::size_t>(std::count(raw.begin(), raw.end(), '\0'));
    if (zeros > 0 && zeros * 4 >= raw.size()) return {Encoding::utf16, false, true};
    Bytes out;
    out.beyond_ascii = std::any_of(raw.begin(), raw.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
    constexpr std::size_t kLongestCharacter = 4;
    const std::size_t bad = first_malformed_utf8(raw);
    const bool cut = raw.size() == kBeginning && bad + kLongestCharacter > raw.size();
    if (bad == std::string::npos || cut) return out;
    const bool windows = std::any_of(raw.begin(), raw.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xE0U) == 0x80U; });
    out.encoding = windows ? Encoding::windows1252 : Encoding::latin1;
    return out;
}

// One encoding of all files. Where some are in UTF-8 and others are not, the rows say which.
void find_encoding(const std::vector<TablePart>& parts, Form& out) {
    bool utf8 = false;
    for (const TablePart& part : parts) {
        const Bytes found = look_at_bytes(part);
        out.has_mark = out.has_mark || found.mark;
        if (found.encoding == Encoding::utf8) utf8 = utf8 || found.beyond_ascii;
        else if (out.layout.encoding != Encoding::windows1252) out.layout.encoding = found.encoding;
    }
    out.is_utf8 = utf8;
    if (utf8) out.layout.encoding = Encoding::utf8;
}

std::vector<std::string> names_in(const TablePart& part, const Form& form) {
    const std::string text = text_at_beginning(part, form.layout.encoding, form.layout.skip + form.layout.header);
    std::size_t at = 0;
    for (std::uint64_t line = 0; line < form.layout.skip && at < text.size(); ++line) at = std::min(text.find('\n', at), text.size() - 1) + 1;
    std::vector<std::vector<std::string>> rows;
    while (rows.size() < form.layout.header) {
        std::string_view rest = std::string_view(text).substr(at);
        if (form.layout.blank)
            while (const std::size_t empty = table::empty_line(rest)) at += empty, rest.remove_prefix(empty);
        std::vector<std::string> row;
        const std::size_t length = table::first_record(rest, form.separator, row);
        if (length == 0) return {};
        rows.push_back(std::move(row));
        at += length;
    }
    std::vector<std::string> out = table::joined_names(std::move(rows));
    for (std::string& name : out) name = composed(std::string(loading::trimmed(name)));
    return out;
}

// Does a cell begin as a note below a table does? Words, not a code.
bool begins_note(const Record& record) {
    const auto filled = std::find_if(record.fields.begin(), record.fields.end(), [](const auto& cell) { return !loading::trimmed(cell).empty(); });
    if (filled == record.fields.end()) return false;
    const std::string low = lowered(std::string(loading::trimmed(*filled)));
    constexpr std::array<std::string_view, 17> kBegin{"source", "note", "champ", "lecture", "nb", "n.b", "©", "*", "(", "last", "mise à jour",
                                                      "updated", "légende", "key", "unit", "copyright", "données"};
    if (std::any_of(kBegin.begin(), kBegin.end(), [&](std::string_view each) { return low.starts_with(each); })) return true;
    constexpr std::size_t kLong = 12;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; };
    const bool words = record.fields.size() == 1 && low.size() >= kLong && low.find(' ') != std::string::npos;
    return std::any_of(low.begin(), low.end(), letter) && (words || low.find(':') != std::string::npos);
}

// The lines below the last row of one file.
struct Notes {
    std::uint64_t lines = 0;      // down to the last that is not empty
    bool padded = false;          // rows of empty cells stand above them
    std::string begins;           // the first note, without a quote before it
    std::vector<std::string> all; // lines of the text, in order
    std::size_t at = 0;           // of these, the first note
};

std::optional<Notes> notes_of(const TablePart& part, const Form& form, std::size_t width) {
    const std::string text = text_at_end(part, form.layout.encoding);
    const std::vector<Record> records = records_of(text, form.separator, std::string::npos);
    constexpr std::size_t kMost = 100;
    std::size_t end = records.size();
    while (end > 0 && records[end - 1].empty_line()) --end;
    const auto any_number = [](const Record& each) {
        return std::any_of(each.fields.begin(), each.fields.end(), [](const std::string& cell) {
            const std::string_view inside = loading::trimmed(cell);
            const char first = inside.empty() ? 'a' : inside.front();
            const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (static_cast<unsigned char>(first) & 0x80U) != 0;
            const Look look = letter ? Look::words : look_of(cell);   // "état civil, 2013" is none
            return look == Look::number || look == Look::year;
        });
    };
    // notes may hold separators; where the rows have numbers, they have none
    constexpr std::size_t kRowsLooked = 100;
    std::size_t rows = 0, with_numbers = 0;
    for (std::size_t i = 0; i < std::min(end, kRowsLooked); ++i)
        if (records[i].fields.size() == width && !begins_note(records[i])) ++rows, with_numbers += any_number(records[i]) ? 1U : 0U;
    const bool numeric = 2 * with_numbers > rows;
    // where rows with numbers begin as notes do, that is no sign of one
    const bool rows_begin_so = std::any_of(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(end), [&](const Record& each) {
        return each.fields.size() == width && any_number(each) && begins_note(each);
    });
    const auto is_row = [&](const Record& each) {
        const bool bare = (each.filled() == 1 && width > 2) || (numeric && !any_number(each));
        const bool note = each.filled() == 0 || (bare && !rows_begin_so && begins_note(each));
        return each.fields.size() == width && !note;
    };
    std::size_t begin = end;
    while (begin > 0 && end - begin < kMost && !is_row(records[begin - 1])) --begin;
    if (begin == 0 || end - begin == kMost) return std::nullopt;   // no row above: nothing is known
    const auto padding = [&](const Record& each) { return each.fields.size() == width && each.filled() == 0; };
    std::size_t first = begin;   // the first that says something
    while (first < end && (records[first].empty_line() || padding(records[first]))) ++first;
    if (begin == end || (first < end && !begins_note(records[first]))) return std::nullopt;
    std::size_t top = begin;   // the first row of empty cells
    while (top < end && !padding(records[top])) ++top;
    Notes out;
    out.padded = top < first;
    const std::size_t from = out.padded ? top : first;
    if (from >= end) return std::nullopt;
    const std::uint64_t after = end < records.size() ? records[end].line
                                                     : static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    out.lines = after - records[from].line;
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t stop = text.find('\n', at);
        std::string each = text.substr(at, stop - at);
        if (each.ends_with('\r')) each.pop_back();
        if (each.starts_with('"')) each.erase(0, 1);
        if (line == records[std::min(first, end - 1)].line) out.at = line, out.begins = each;
        out.all.push_back(std::move(each));
        at = stop + 1;
    }
    return out;
}

// Is the first note the last line that begins so?
bool tells(const Notes& notes, const std::string& beginning) {
    for (std::size_t i = notes.all.size(); i-- > 0;)
        if (notes.all[i].starts_with(beginning)) return i == notes.at;
    return false;
}

// "Source" of "Source : INSEE, 2013": the first words, else the whole line.
std::vector<std::string> beginnings(const std::string& line, char separator) {
    std::vector<std::string> out;
    constexpr std::size_t kLongest = 60;
    const std::string whole = line.substr(0, line.find(separator));
    const std::size_t stop = whole.find_first_of(":,;.(");
    std::string words(loading::trimmed(std::string_view(whole).substr(0, stop)));
    if (words.size() >= 4 && words.size() <= kLongest) out.push_back(words);
    if (!whole.empty() && whole.size() <= kLongest && whole.find('"') == std::string::npos) out.push_back(whole);
    return out;
}

void find_notes(const std::vector<TablePart>& parts, std::size_t width, Form& form) {
    std::vector<Notes> found;
    for (const TablePart& part : parts)
        if (auto notes = notes_of(part, form, width)) found.push_back(std::move(*notes));
    if (found.empty()) return;
    form.footer_shown = found.front().begins;
    const bool padded = std::any_of(found.begin(), found.end(), [](const Notes& each) { return each.padded; });
    if (!padded)
        for (const std::string& each : beginnings(found.front().begins, form.separator)) {
            if (!std::all_of(found.begin(), found.end(), [&](const Notes& notes) { return tells(notes, each); })) continue;
            form.layout.footer_text = each;
            return;
        }
    const bool same = std::all_of(found.begin(), found.end(), [&](const Notes& each) { return each.lines == found.front().lines; });
    if (same && found.size() == parts.size()) form.layout.footer_lines = found.front().lines;
}

}  // namespace

Form sniff_form(const std::vector<TablePart>& parts, std::optional<Encoding> encoding) {
    Form out;
    find_encoding(parts, out);
    if (encoding) out.layout.encoding = *encoding;
    const std::string text = text_at_beginning(parts.front(), out.layout.encoding);
    HeaderPlace best;
    std::vector<Record> records;
    for (const char separator : {',', ';', '\t', '|'}) {
        std::vector<Record> all = records_of(text, separator, kLooked);
        while (!all.empty() && all.back().empty_line()) all.pop_back();
        const HeaderPlace found = find_header(all);
        if (std::pair(found.rows, found.width) <= std::pair(best.rows, best.width)) continue;
        best = found;
        out.separator = separator;
        records = std::move(all);
    }
    if (best.width > 1) {
        out.layout.skip = records[best.begin].line;
        out.layout.header = best.end - best.begin;
        // down to the last row: behind it stand notes
        std::size_t end = records.size();
        while (end > best.end && records[end - 1].fields.size() != best.width) --end;
        out.layout.blank = std::any_of(records.begin() + static_cast<std::ptrdiff_t>(best.begin), records.begin() + static_cast<std::ptrdiff_t>(end),
                                       [](const Record& each) { return each.empty_line(); });
        find_notes(parts, best.width, out);
    }
    for (const TablePart& part : parts) out.names.push_back(names_in(part, out));
    return out;
}

}  // namespace crossfoot::profile
