// What SQLite itself costs: the statements of the embedded table, called by hand.
//
// Works on a file that table-bench has filled. What is read becomes an array of attributes, each with
// a copy of its text that is known to be UTF-8; `get-bytes` and `query-bytes` copy the rows and look no
// further. What is written are bytes that were made before. Every BATCH writes are one transaction.
//
// Usage: plain_sqlite OPERATION FILE ITEMS COUNT SYNCHRONOUS SEED BATCH
// Prints the nanoseconds that one operation took.
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define USERS 100  // ratings of each recipe
#define PAGE 20    // rows of one page
#define BODY_MAX 4096

struct text {
  char bytes[96];
  int count;
};

struct row {
  struct text pk, sk, gsi1pk, gsi1sk;
};

static sqlite3 *database;
static uint64_t state;
static unsigned char body[BODY_MAX], totals[BODY_MAX], copy[BODY_MAX * PAGE];
static int body_count, totals_count;

static void die(const char *what) {
  fprintf(stderr, "plain_sqlite: %s: %s\n", what, sqlite3_errmsg(database));
  exit(1);
}

static void check(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) die("sqlite");
}

static void run(const char *sql) { check(sqlite3_exec(database, sql, NULL, NULL, NULL)); }

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}

// SplitMix64, as table-bench has it.
static uint64_t next_random(void) {
  uint64_t mixed = state += 0x9E3779B97F4A7C15;
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
  return mixed ^ mixed >> 31;
}

#define FORMAT(text, ...) \
  (text)->count = snprintf((text)->bytes, sizeof((text)->bytes), __VA_ARGS__)

static void bind(sqlite3_stmt *statement, int index, const struct text *text) {
  sqlite3_bind_blob(statement, index, text->bytes, text->count, SQLITE_STATIC);
}

static void known_row(struct row *row, uint64_t items) {
  uint64_t item = next_random() % items;
  FORMAT(&row->pk, "RATING#recipe-%07d", (int)(item / USERS));
  FORMAT(&row->sk, "USER#user-%07d", (int)(item % USERS));
}

static void new_row(struct row *row, uint64_t items) {
  uint64_t user = next_random() & 0xFFFFFFFFFF;
  FORMAT(&row->pk, "RATING#recipe-%07d", (int)(next_random() % items / USERS));
  FORMAT(&row->sk, "USER#user-%013llu", (unsigned long long)user);
  FORMAT(&row->gsi1pk, "RATING#USER#user-%013llu", (unsigned long long)user);
  FORMAT(&row->gsi1sk, "001800000000000#%s", row->pk.bytes + 7);
}

// MARK: Attributes, as Sources/Storage/SQLiteTable/ItemEncoder.swift writes them

struct attribute {
  char *name, *text;
  size_t name_count, text_count;
  int64_t number, exponent;
  unsigned char tag;
};

static uint64_t varint(const unsigned char **at) {
  uint64_t value = 0;
  for (int shift = 0;; shift += 7) {
    unsigned char byte = *(*at)++;
    value |= (uint64_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

static int64_t zigzag(const unsigned char **at) {
  uint64_t value = varint(at);
  return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

static int is_utf8(const unsigned char *at, const unsigned char *end) {
  while (at < end) {
    int more = *at < 0x80 ? 0 : *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : *at >= 0xC2 ? 1 : -1;
    if (more < 0 || end - at <= more) return 0;
    for (at++; more > 0; more--, at++)
      if ((*at & 0xC0) != 0x80) return 0;
  }
  return 1;
}

static char *take_text(const unsigned char **at, size_t *count) {
  *count = varint(at);
  if (!is_utf8(*at, *at + *count)) die("not UTF-8");
  char *text = malloc(*count + 1);
  memcpy(text, *at, *count);
  *at += *count;
  return text;
}

// Flat items alone; what they are checked for, the attributes' use would need.
static void read_attributes(const unsigned char *at) {
  at++;  // the version
  size_t count = varint(&at);
  struct attribute *attributes = calloc(count, sizeof *attributes);
  for (struct attribute *a = attributes; a < attributes + count; a++) {
    a->name = take_text(&at, &a->name_count);
    a->tag = *at++;
    switch (a->tag) {
      case 3: a->text = take_text(&at, &a->text_count); break;
      case 5: a->exponent = zigzag(&at);  // falls through: the coefficient follows
      case 4: a->number = zigzag(&at); break;
    }
  }
  for (struct attribute *a = attributes; a < attributes + count; a++) free(a->name), free(a->text);
  free(attributes);
}

// MARK: Statements

static sqlite3_stmt *select_body, *select_page, *upsert, *update_body;

static void prepare_all(void) {
  select_body = prepare(
      "SELECT body FROM item WHERE pk = ?1 AND sk = ?2 AND (ttl IS NULL OR ttl > ?3)");
  select_page = prepare(
      "SELECT pk, sk, body FROM item WHERE pk = ?1 AND (ttl IS NULL OR ttl > ?2)"
      " AND sk >= ?3 AND sk < ?4 ORDER BY sk");
  upsert = prepare(
      "INSERT INTO item (pk, sk, ttl, body, gsi1pk, gsi1sk, gsi2pk, gsi2sk, gsi3pk, gsi3sk)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
      " ON CONFLICT DO UPDATE SET ttl = ?3, body = ?4, gsi1pk = ?5, gsi1sk = ?6,"
      " gsi2pk = ?7, gsi2sk = ?8, gsi3pk = ?9, gsi3sk = ?10");
  update_body = prepare("UPDATE item SET body = ?3 WHERE pk = ?1 AND sk = ?2");
}

// Copies a row's body; answers its size, 0 when there is none.
static int get(const struct row *row, unsigned char *into) {
  bind(select_body, 1, &row->pk);
  bind(select_body, 2, &row->sk);
  sqlite3_bind_int64(select_body, 3, time(NULL));
  int code = sqlite3_step(select_body), count = 0;
  check(code);
  if (code == SQLITE_ROW) {
    const void *bytes = sqlite3_column_blob(select_body, 0);
    count = sqlite3_column_bytes(select_body, 0);
    memcpy(into, bytes, (size_t)count);
  }
  sqlite3_reset(select_body);
  return count;
}

static void query(const struct row *row, int is_opaque) {
  bind(select_page, 1, &row->pk);
  sqlite3_bind_int64(select_page, 2, time(NULL));
  sqlite3_bind_blob(select_page, 3, "USER#", 5, SQLITE_STATIC);
  sqlite3_bind_blob(select_page, 4, "USER#\xFF", 6, SQLITE_STATIC);
  size_t offset = 0;
  // One more row than the page has: whether another page follows.
  for (int rows = 0; sqlite3_step(select_page) == SQLITE_ROW && rows < PAGE; rows++) {
    for (int column = 0; column < 3; column++) {
      const void *bytes = sqlite3_column_blob(select_page, column);
      int count = sqlite3_column_bytes(select_page, column);
      memcpy(copy + offset, bytes, (size_t)count);
      if (column == 2 && !is_opaque) read_attributes(copy + offset);
      offset += (size_t)count;
    }
  }
  sqlite3_reset(select_page);
}

static void put(const struct row *row) {
  bind(upsert, 1, &row->pk);
  bind(upsert, 2, &row->sk);
  sqlite3_bind_blob(upsert, 4, body, body_count, SQLITE_STATIC);
  bind(upsert, 5, &row->gsi1pk);
  bind(upsert, 6, &row->gsi1sk);
  check(sqlite3_step(upsert));
  sqlite3_reset(upsert);
}

static void update(const struct row *row) {
  int count = get(row, copy);
  // SQLite writes nothing when nothing changes: turns a rating's bool, or a letter of the totals.
  unsigned char *author = count ? memmem(copy, (size_t)count, "isAuthor", 8) : NULL;
  unsigned char *decider = count ? memmem(copy, (size_t)count, "rating", 6) : NULL;
  if (author) author[8] ^= 3;
  else if (decider) decider[6] = (unsigned char)('a' + next_random() % 26);
  else die("no such row");
  bind(update_body, 1, &row->pk);
  bind(update_body, 2, &row->sk);
  sqlite3_bind_blob(update_body, 3, copy, count, SQLITE_STATIC);
  check(sqlite3_step(update_body));
  sqlite3_reset(update_body);
}

// A new rating, its recipe's totals, and a row of news.
static void transaction(const struct row *row, const struct row *news) {
  struct row stats = *row;
  FORMAT(&stats.sk, "STATS");
  if (get(row, copy) != 0) die("the row is not new");
  put(row);
  update(&stats);
  bind(upsert, 1, &news->pk);
  bind(upsert, 2, &news->sk);
  sqlite3_bind_blob(upsert, 4, totals, totals_count, SQLITE_STATIC);
  sqlite3_bind_null(upsert, 5);
  sqlite3_bind_null(upsert, 6);
  check(sqlite3_step(upsert));
  sqlite3_reset(upsert);
}

static void open_table(const char *path, const char *synchronous) {
  char sql[64];
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path, &database, flags, NULL) != SQLITE_OK) die(path);
  run("PRAGMA journal_mode = WAL");
  snprintf(sql, sizeof sql, "PRAGMA synchronous = %s", synchronous);
  run(sql);
  run("PRAGMA journal_size_limit = 33554432");
  run("PRAGMA wal_autocheckpoint = 4096");
  prepare_all();
}

static void perform(const char *operation, struct row *rows, struct row *news, int count,
                    int batch) {
  int is_get = !strncmp(operation, "get", 3), is_query = !strncmp(operation, "query", 5);
  int is_opaque = strstr(operation, "-bytes") != NULL;
  for (int i = 0; i < count; i++) {
    if (is_get) {
      if (get(&rows[i], copy) == 0) die("no such row");
      if (!is_opaque) read_attributes(copy);
    } else if (is_query) {
      query(&rows[i], is_opaque);
    } else {
      if (i % batch == 0) run("BEGIN IMMEDIATE");
      if (!strcmp(operation, "put")) put(&rows[i]);
      if (!strcmp(operation, "update")) update(&rows[i]);
      if (!strcmp(operation, "transaction")) transaction(&rows[i], &news[i]);
      if ((i + 1) % batch == 0 || i + 1 == count) run("COMMIT");
    }
  }
}

int main(int argc, char **argv) {
  if (argc != 8 || atoi(argv[7]) < 1)
    return fputs("usage: plain_sqlite OPERATION FILE ITEMS COUNT SYNC SEED BATCH\n", stderr), 2;
  uint64_t items = strtoull(argv[3], NULL, 10);
  int count = atoi(argv[4]), is_new = !strcmp(argv[1], "put") || !strcmp(argv[1], "transaction");
  state = strtoull(argv[6], NULL, 10);
  open_table(argv[2], argv[5]);
  struct row first = {0}, *rows = calloc((size_t)count, sizeof *rows);
  struct row *news = calloc((size_t)count, sizeof *news);
  FORMAT(&first.pk, "RATING#recipe-%07d", 0);
  FORMAT(&first.sk, "USER#user-%07d", 0);
  body_count = get(&first, body);
  FORMAT(&first.sk, "STATS");
  totals_count = get(&first, totals);
  for (int i = 0; i < count; i++) {
    is_new ? new_row(&rows[i], items) : known_row(&rows[i], items);
    FORMAT(&news[i].pk, "RATING#OUTBOX#%d", (int)(next_random() % 8));
    FORMAT(&news[i].sk, "%016llx", (unsigned long long)next_random());
  }
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  perform(argv[1], rows, news, count, atoi(argv[7]));
  clock_gettime(CLOCK_MONOTONIC, &end);
  double elapsed = (double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec);
  printf("%.0f\n", elapsed / count);
  return sqlite3_close_v2(database);
}
