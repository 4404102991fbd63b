// What the program says, compiled in. C, because `#embed` takes a file as it is: as a list of
// numbers in Swift the same bytes cost the compiler some 900 MB of memory at every change of a word.
#define _GNU_SOURCE
#include "CCatalogue.h"
#include <string.h>

static const unsigned char board_en_po[] = {
#embed "../Wording/Catalogue/board.en.po"
};
static const unsigned char board_ro_po[] = {
#embed "../Wording/Catalogue/board.ro.po"
};
static const unsigned char board_ru_po[] = {
#embed "../Wording/Catalogue/board.ru.po"
};
static const unsigned char cli_en_po[] = {
#embed "../Wording/Catalogue/cli.en.po"
};
static const unsigned char cli_ro_po[] = {
#embed "../Wording/Catalogue/cli.ro.po"
};
static const unsigned char cli_ru_po[] = {
#embed "../Wording/Catalogue/cli.ru.po"
};
static const unsigned char console_en_po[] = {
#embed "../Wording/Catalogue/console.en.po"
};
static const unsigned char console_ro_po[] = {
#embed "../Wording/Catalogue/console.ro.po"
};
static const unsigned char console_ru_po[] = {
#embed "../Wording/Catalogue/console.ru.po"
};
static const unsigned char feed_en_po[] = {
#embed "../Wording/Catalogue/feed.en.po"
};
static const unsigned char feed_ro_po[] = {
#embed "../Wording/Catalogue/feed.ro.po"
};
static const unsigned char feed_ru_po[] = {
#embed "../Wording/Catalogue/feed.ru.po"
};
static const unsigned char help_en_po[] = {
#embed "../Wording/Catalogue/help.en.po"
};
static const unsigned char help_ro_po[] = {
#embed "../Wording/Catalogue/help.ro.po"
};
static const unsigned char help_ru_po[] = {
#embed "../Wording/Catalogue/help.ru.po"
};
static const unsigned char pack_en_po[] = {
#embed "../Wording/Catalogue/pack.en.po"
};
static const unsigned char pack_ro_po[] = {
#embed "../Wording/Catalogue/pack.ro.po"
};
static const unsigned char pack_ru_po[] = {
#embed "../Wording/Catalogue/pack.ru.po"
};
static const unsigned char practice_en_po[] = {
#embed "../Wording/Catalogue/practice.en.po"
};
static const unsigned char practice_ro_po[] = {
#embed "../Wording/Catalogue/practice.ro.po"
};
static const unsigned char practice_ru_po[] = {
#embed "../Wording/Catalogue/practice.ru.po"
};
static const unsigned char profile_en_po[] = {
#embed "../Wording/Catalogue/profile.en.po"
};
static const unsigned char profile_ro_po[] = {
#embed "../Wording/Catalogue/profile.ro.po"
};
static const unsigned char profile_ru_po[] = {
#embed "../Wording/Catalogue/profile.ru.po"
};
static const unsigned char refusal_en_po[] = {
#embed "../Wording/Catalogue/refusal.en.po"
};
static const unsigned char refusal_ro_po[] = {
#embed "../Wording/Catalogue/refusal.ro.po"
};
static const unsigned char refusal_ru_po[] = {
#embed "../Wording/Catalogue/refusal.ru.po"
};
static const unsigned char report_en_po[] = {
#embed "../Wording/Catalogue/report.en.po"
};
static const unsigned char report_ro_po[] = {
#embed "../Wording/Catalogue/report.ro.po"
};
static const unsigned char report_ru_po[] = {
#embed "../Wording/Catalogue/report.ru.po"
};
static const unsigned char server_en_po[] = {
#embed "../Wording/Catalogue/server.en.po"
};
static const unsigned char server_ro_po[] = {
#embed "../Wording/Catalogue/server.ro.po"
};
static const unsigned char server_ru_po[] = {
#embed "../Wording/Catalogue/server.ru.po"
};
static const unsigned char store_en_po[] = {
#embed "../Wording/Catalogue/store.en.po"
};
static const unsigned char store_ro_po[] = {
#embed "../Wording/Catalogue/store.ro.po"
};
static const unsigned char store_ru_po[] = {
#embed "../Wording/Catalogue/store.ru.po"
};

#define ENTRY(name, bytes) { name, bytes, sizeof bytes }
static const struct catalogue_file files[] = {
    ENTRY("board.en.po", board_en_po),
    ENTRY("board.ro.po", board_ro_po),
    ENTRY("board.ru.po", board_ru_po),
    ENTRY("cli.en.po", cli_en_po),
    ENTRY("cli.ro.po", cli_ro_po),
    ENTRY("cli.ru.po", cli_ru_po),
    ENTRY("console.en.po", console_en_po),
    ENTRY("console.ro.po", console_ro_po),
    ENTRY("console.ru.po", console_ru_po),
    ENTRY("feed.en.po", feed_en_po),
    ENTRY("feed.ro.po", feed_ro_po),
    ENTRY("feed.ru.po", feed_ru_po),
    ENTRY("help.en.po", help_en_po),
    ENTRY("help.ro.po", help_ro_po),
    ENTRY("help.ru.po", help_ru_po),
    ENTRY("pack.en.po", pack_en_po),
    ENTRY("pack.ro.po", pack_ro_po),
    ENTRY("pack.ru.po", pack_ru_po),
    ENTRY("practice.en.po", practice_en_po),
    ENTRY("practice.ro.po", practice_ro_po),
    ENTRY("practice.ru.po", practice_ru_po),
    ENTRY("profile.en.po", profile_en_po),
    ENTRY("profile.ro.po", profile_ro_po),
    ENTRY("profile.ru.po", profile_ru_po),
    ENTRY("refusal.en.po", refusal_en_po),
    ENTRY("refusal.ro.po", refusal_ro_po),
    ENTRY("refusal.ru.po", refusal_ru_po),
    ENTRY("report.en.po", report_en_po),
    ENTRY("report.ro.po", report_ro_po),
    ENTRY("report.ru.po", report_ru_po),
    ENTRY("server.en.po", server_en_po),
    ENTRY("server.ro.po", server_ro_po),
    ENTRY("server.ru.po", server_ru_po),
    ENTRY("store.en.po", store_en_po),
    ENTRY("store.ro.po", store_ro_po),
    ENTRY("store.ru.po", store_ru_po),
};

const struct catalogue_file *catalogue_files(size_t *count) {
    *count = sizeof files / sizeof *files;
    return files;
}

static const unsigned char *find(const unsigned char *bytes, size_t size, const char *text) {
    return memmem(bytes, size, text, strlen(text));
}

bool catalogue_next(const struct catalogue_file *file, struct catalogue_entry *entry) {
    static const char apart[] = "\n\n", directive[] = "msgid \"";
    const unsigned char *end = file->bytes + file->size;
    const unsigned char *start = entry->bytes ? entry->bytes + entry->size : file->bytes;
    while (start < end && *start == '\n') start++;
    if (start == end) return false;
    const unsigned char *last = find(start, (size_t)(end - start), apart);
    *entry = (struct catalogue_entry){ .bytes = start, .size = (size_t)((last ? last : end) - start) };
    const unsigned char *line = find(start, entry->size, directive);
    while (line && line != start && line[-1] != '\n')
        line = find(line + 1, (size_t)(start + entry->size - line - 1), directive);
    if (!line) return true;
    const unsigned char *key = line + strlen(directive);
    const unsigned char *quote = memchr(key, '"', (size_t)(start + entry->size - key));
    if (quote) {
        entry->key = key;
        entry->key_size = (size_t)(quote - key);
    }
    return true;
}
