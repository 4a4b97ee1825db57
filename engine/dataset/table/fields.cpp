#include "engine/dataset/table/fields.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>

#include "engine/dataset/table/header_names.hpp"
#include "engine/dataset/table/limits.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/text/source.hpp"

namespace crossfoot::table {

Problem problem_at(const Block& block, std::uint32_t record, std::string_view text, std::uint32_t begin,
                   std::uint32_t end, Code code, Message headline) {
    Problem out;
    out.code = code;
    out.headline = std::move(headline);
    out.part = block.part;
    out.block = block.number;
    out.line = static_cast<std::uint64_t>(std::count(block.text().begin(), block.text().begin() + record, '\n'));
    // of a long record the beginning; a person cannot read more
    constexpr std::size_t kShown = 8000;
    out.text = shown_text(text.substr(0, kShown));
    if (begin > out.text.size()) {
        out.help.push_back(Message(messages::place_in_row, begin + 1));
        begin = end = 0;
    }
    out.begin = begin;
    out.end = std::min(std::max(end, begin), static_cast<std::uint32_t>(out.text.size()));
    return out;
}

void Fields::scan_plain(char separator) {
    std::size_t count = 0;
    if (ends_.size() < text_.size() + 16) ends_.resize(text_.size() + 16);
    std::uint32_t* out = ends_.data();
    const char* data = text_.data();
    std::size_t at = 0;
#ifdef __SSE2__
    const __m128i separators = _mm_set1_epi8(separator), line_ends = _mm_set1_epi8('\n');
    int high = 0;
    for (; at < text_.size(); at += 16) {  // the block is padded
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + at));
        const __m128i found = _mm_or_si128(_mm_cmpeq_epi8(bytes, separators), _mm_cmpeq_epi8(bytes, line_ends));
        auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(found));
        high |= _mm_movemask_epi8(bytes);
        while (bits != 0) {
            out[count++] = static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(std::countr_zero(bits));
            bits &= bits - 1;
        }
    }
    ascii_ = high == 0;
    while (count > 0 && out[count - 1] >= text_.size()) --count;
#else
    for (; at < text_.size(); ++at) {
        if (data[at] == separator || data[at] == '\n') out[count++] = static_cast<std::uint32_t>(at);
        ascii_ = ascii_ && static_cast<unsigned char>(data[at]) < 0x80;
    }
#endif
    count_ = count;
}

void Fields::scan_quoted(char separator, const Block& block, std::vector<Problem>& problems, std::size_t most,
                         std::uint64_t& wrong) {
    count_ = 0;
    if (ends_.size() < text_.size()) ends_.resize(text_.size());
    std::uint32_t record = 0;
    bool begins = true;
    const auto size = static_cast<std::uint32_t>(text_.size());
    const auto broken = [&](std::uint32_t at, const Template& headline) {
        if (!broken_.empty() && broken_.back() == record) return;
        broken_.push_back(record);
        ++wrong;
        if (problems.size() >= most) return;
        std::string_view rest = text_.substr(record);
        rest = rest.substr(0, rest.find('\n'));
        problems.push_back(
            problem_at(block, record, rest, at - record, at - record + 1, Code::XF121, Message(headline)));
        problems.back().help.push_back(Message(messages::double_quotes));
    };
    for (std::uint32_t at = 0; at < size; ++at) {
        const char c = text_[at];
        ascii_ = ascii_ && static_cast<unsigned char>(c) < 0x80;
        if (c == '"') {
            if (!begins) {
                broken(at, messages::stray_quote);
                continue;
            }
            for (++at; at < size; ++at) {
                ascii_ = ascii_ && static_cast<unsigned char>(text_[at]) < 0x80;
                if (text_[at] != '"') continue;
                if (at + 1 < size && text_[at + 1] == '"') ++at;
                else break;
            }
            const char next = at + 1 < size ? text_[at + 1] : '\n';
            const bool line_end = next == '\n' || (next == '\r' && at + 2 < size && text_[at + 2] == '\n');
            if (next != separator && !line_end) broken(at + 1, messages::after_quote);
            begins = false;
            continue;
        }
        begins = c == separator || c == '\n';
        if (begins) ends_[count_++] = at;
        if (c == '\n') record = at + 1;
    }
}

// Is the row, or one of its cells, longer than is read?
bool Fields::too_long(const Block& block, std::uint32_t begin, std::uint32_t first, std::uint32_t last,
                      std::vector<Problem>& problems, std::size_t most) const {
    const std::string_view record = text_.substr(begin, ends_[last] - begin);
    const auto tell = [&](std::uint32_t from, std::uint32_t to, Message headline) {
        if (problems.size() < most) problems.push_back(problem_at(block, begin, record, from, to, Code::XF115, std::move(headline)));
        return true;
    };
    if (record.size() > kMostRecord) return tell(0, 1, Message(messages::long_row, kMostRecord));
    std::uint32_t from = begin;
    for (std::uint32_t field = first; field <= last; from = ends_[field++] + 1)
        if (ends_[field] - from > kMostCell) return tell(from - begin, from - begin + 1, Message(messages::long_cell, kMostCell));
    return false;
}

void Fields::read(const Block& block, char separator, std::vector<Problem>& problems, std::size_t most,
                  std::uint64_t& wrong) {
    text_ = block.text();
    fields_ = block.header->fields;
    ascii_ = true;
    row_begin_.clear();
    row_first_.clear();
    broken_.clear();
    if (block.quotes) scan_quoted(separator, block, problems, most, wrong);
    else scan_plain(separator);

    std::uint32_t begin = 0, next_broken = 0;
    const auto total = static_cast<std::uint32_t>(count_);
    for (std::uint32_t first = 0; first < total;) {
        std::uint32_t last = first;
        while (text_[ends_[last]] != '\n') ++last;
        const std::uint32_t found = last - first + 1;
        const bool told = next_broken < broken_.size() && broken_[next_broken] == begin;
        const bool left_out = block.blank && found == 1 && (ends_[last] == begin || (ends_[last] == begin + 1 && text_[begin] == '\r'));
        if (left_out) {
            // declared to be no row
        } else if (told) {
            ++next_broken;
        } else if (ends_[last] - begin > kMostCell && too_long(block, begin, first, last, problems, most)) {
            ++wrong;
        } else if (found == fields_) {
            row_begin_.push_back(begin);
            row_first_.push_back(first);
        } else {
            ++wrong;
            if (problems.size() < most) {
                std::string_view record = text_.substr(begin, ends_[last] - begin);
                if (record.ends_with('\r')) record.remove_suffix(1);
                // the first field too many, or the end of the row
                const std::uint32_t place = found > fields_
                                                ? ends_[first + static_cast<std::uint32_t>(fields_) - 1] - begin
                                                : static_cast<std::uint32_t>(record.size());
                Message says = found == 1 ? Message(messages::row_of_one, fields_) : Message(messages::row_size, found, fields_);
                problems.push_back(problem_at(block, begin, record, place, place + (found > fields_ ? 1U : 0U),
                                              Code::XF120, std::move(says)));
                if (found > fields_) problems.back().help.push_back(Message(messages::quote_separators));
            }
        }
        begin = ends_[last] + 1;
        first = last + 1;
    }
    if (const std::size_t nul = text_.find('\0'); nul != std::string_view::npos) {
        ++wrong;
        const std::size_t line = text_.rfind('\n', nul);
        const auto record = static_cast<std::uint32_t>(line == std::string_view::npos ? 0 : line + 1);
        const std::string_view rest = text_.substr(record, text_.find('\n', nul) - record);
        const auto at = static_cast<std::uint32_t>(nul) - record;
        problems.push_back(problem_at(block, record, rest, at, at + 1, Code::XF121, Message(messages::nul_byte)));
    }
    if (ascii_) return;
    if (const std::size_t bad = first_malformed_utf8(text_); bad != std::string_view::npos) {
        ++wrong;
        const std::size_t line = text_.rfind('\n', bad);
        const auto record = static_cast<std::uint32_t>(line == std::string_view::npos ? 0 : line + 1);
        const auto at = static_cast<std::uint32_t>(bad) - record;
        const std::string_view rest = text_.substr(record, text_.find('\n', bad) - record);
        problems.push_back(problem_at(block, record, rest, at, at + 1, Code::XF102, undecodable(block.encoding)));
        problems.back().help.push_back(other_encoding(block.encoding));
    }
}

std::string_view content(std::string_view raw, std::string& space) {
    if (raw.size() < 2 || raw.front() != '"') return raw;
    raw = raw.substr(1, raw.size() - 2);
    if (raw.find('"') == std::string_view::npos) return raw;
    space.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        space += raw[i];
        if (raw[i] == '"') ++i;
    }
    return space;
}

std::string mended_text(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; at < out.size();) {
        const std::size_t bad = first_malformed_utf8(std::string_view(out).substr(at));
        if (bad == std::string_view::npos) break;
        at += bad;
        out[at] = '?';
    }
    return out;
}

std::string shown_text(std::string_view text) {
    std::string out = mended_text(text);
    std::replace(out.begin(), out.end(), '\0', ' ');
    return out;
}

std::size_t field_begin(std::string_view text, char separator, std::size_t field) {
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t at = 0; field > 0 && at < text.size(); ++at) {
        if (text[at] == '"' && (quoted || at == begin)) quoted = !quoted;
        if (quoted || text[at] != separator) continue;
        begin = at + 1;
        --field;
    }
    return begin;
}

std::size_t first_record(std::string_view text, char separator, std::vector<std::string>& fields) {
    std::string space;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"' && at == begin) {
            for (++at; at < text.size(); ++at) {
                if (text[at] != '"') continue;
                if (at + 1 < text.size() && text[at + 1] == '"') ++at;
                else break;
            }
            continue;
        }
        if (text[at] != separator && text[at] != '\n') continue;
        std::string_view raw = text.substr(begin, at - begin);
        if (text[at] == '\n' && raw.ends_with('\r')) raw.remove_suffix(1);
        if (fields.size() <= kMostColumns) fields.emplace_back(content(raw, space));
        begin = at + 1;
        if (text[at] == '\n') return begin;
    }
    return 0;
}

}  // namespace crossfoot::table
