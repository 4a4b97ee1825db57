#include "engine/dataset/table/part_text.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <vector>

#include "engine/dataset/table/decoding.hpp"

namespace crossfoot::table {
namespace {

// Ends where the footer begins; what stands below is read all the same, so that the file is looked at to its end.
class UpTo final : public ByteSource {
public:
    UpTo(std::unique_ptr<ByteSource> bytes, std::uint64_t end) : bytes_(std::move(bytes)), left_(end) { failed_ = bytes_->failed(); }
    std::size_t read(char* into, std::size_t size) override {
        const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, left_));
        const std::size_t got = wanted == 0 ? 0 : bytes_->read(into, wanted);
        left_ -= got;
        if (got < size && bytes_->failed().empty()) drain();
        failed_ = bytes_->failed();
        taken_ = bytes_->taken();
        return got;
    }

private:
    void drain() {
        constexpr std::size_t kStep = 1U << 16U;
        std::vector<char> rest(kStep);
        while (bytes_->read(rest.data(), rest.size()) == rest.size()) {}
    }
    std::unique_ptr<ByteSource> bytes_;
    std::uint64_t left_;
};

// Looks at the beginning of each line as the bytes go by.
class FooterSearch {
public:
    explicit FooterSearch(const Layout& layout) : layout_(layout) {}

    void add(std::string_view bytes) {
        for (std::size_t at = 0; at < bytes.size();) {
            if (!inside_) begin_line(offset_ + at);
            const std::string_view rest = bytes.substr(at);
            std::size_t end = rest.find('\n');
            const bool whole = end != std::string_view::npos;
            if (!whole) end = rest.size();
            if (head_.size() < kHead) head_.append(rest.substr(0, std::min(end, kHead - head_.size())));
            if (whole) end_line();
            at += end + (whole ? 1 : 0);
        }
        offset_ += bytes.size();
    }

    Footer finish() {
        if (inside_) end_line();
        Footer out;
        out.of_lines = lines_;
        const std::uint64_t least = layout_.skip + layout_.header;   // no footer begins above the first row
        if (!layout_.footer_text.empty()) {
            if (last_match_.line <= least) return out;
            out.begin = last_match_.begin;
            out.first_line = last_match_.line;
        } else {
            if (lasts_.size() < layout_.footer_lines || lasts_.front().line <= least) return out;
            out.begin = lasts_.front().begin;
            out.first_line = lasts_.front().line;
        }
        out.lines = last_filled_ + 1 - out.first_line;
        return out;
    }

private:
    struct Line {
        std::uint64_t begin = 0, line = 0;
    };
    static constexpr std::size_t kHead = 4096;   // of a line

    void begin_line(std::uint64_t begin) {
        inside_ = true;
        line_ = {begin, ++lines_};
        head_.clear();
    }
    void end_line() {
        inside_ = false;
        if (!layout_.footer_text.empty()) {
            std::string_view head = head_;
            const bool matches = head.starts_with(layout_.footer_text) ||
                                 (head.starts_with('"') && head.substr(1).starts_with(layout_.footer_text));
            if (matches) last_match_ = line_;
        }
        const auto keep = [&](std::deque<Line>& lines, const Line& line) {
            if (layout_.footer_lines == 0) return;
            lines.push_back(line);
            if (lines.size() > layout_.footer_lines) lines.pop_front();
        };
        if (head_.empty() || head_ == "\r") return keep(empty_, line_);
        for (const Line& each : empty_) keep(lasts_, each);
        empty_.clear();
        keep(lasts_, line_);
        last_filled_ = line_.line;
    }

    const Layout& layout_;
    std::uint64_t offset_ = 0, lines_ = 0, last_filled_ = 0;
    bool inside_ = false;
    Line line_, last_match_;
    std::string head_;
    std::deque<Line> lasts_, empty_;   // the last lines up to the last that is not empty; the empty ones behind it
};

}  // namespace

std::unique_ptr<ByteSource> open_text(const TablePart& part, Encoding encoding) {
    auto text = decoded(open_bytes(*part.file), encoding);
    if (!part.footer.found()) return text;
    return std::make_unique<UpTo>(std::move(text), part.footer.begin);
}

Footer find_footer(const TablePart& part, const Layout& layout) {
    constexpr std::size_t kStep = 1U << 19U;
    const auto text = decoded(open_bytes(*part.file), layout.encoding);
    std::vector<char> bytes(kStep);
    FooterSearch search(layout);
    for (std::size_t got = kStep; got == kStep;) {
        got = text->read(bytes.data(), kStep);
        if (!text->failed().empty()) return {};
        search.add({bytes.data(), got});
    }
    return search.finish();
}

}  // namespace crossfoot::table
