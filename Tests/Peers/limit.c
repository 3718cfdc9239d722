// The floor: what one core needs for HTTP/2 framing alone.
//
// One thread, epoll and nghttp2. Every request is answered as a gRPC unary echo would be, with its own
// body, and nothing is looked at: no path, no metadata, no message.
//
// Usage: limit PORT
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <nghttp2/nghttp2.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define WINDOW (16 << 20)
#define OUTPUT_MAX (256 << 10)
#define FRAME_MAX (32 << 10)
#define CONST_FIELD(name, value)                                              \
  (nghttp2_nv) {                                                              \
    (uint8_t *)(name), (uint8_t *)(value), sizeof(name) - 1,                  \
        sizeof(value) - 1,                                                    \
        NGHTTP2_NV_FLAG_NO_COPY_NAME | NGHTTP2_NV_FLAG_NO_COPY_VALUE          \
  }

// The body of one request, which is also the body of its answer. Small ones live inside.
struct body {
  uint8_t *bytes;
  size_t count, sent, room;
  uint8_t inside[240];
};

struct peer {
  int socket;
  int waits_to_write;
  nghttp2_session *session;
  size_t filled, written;
  uint8_t output[OUTPUT_MAX + FRAME_MAX];
};

static int poller;

static ssize_t give_body(nghttp2_session *session, int32_t id, uint8_t *target, size_t room,
                         uint32_t *flags, nghttp2_data_source *source, void *user) {
  (void)user;
  struct body *body = source->ptr;
  size_t left = body->count - body->sent;
  size_t count = left < room ? left : room;
  memcpy(target, body->bytes + body->sent, count);
  body->sent += count;
  if (count == left) {
    nghttp2_nv status = CONST_FIELD("grpc-status", "0");
    *flags |= NGHTTP2_DATA_FLAG_EOF | NGHTTP2_DATA_FLAG_NO_END_STREAM;
    nghttp2_submit_trailer(session, id, &status, 1);
  }
  return (ssize_t)count;
}

static int request_begins(nghttp2_session *session, const nghttp2_frame *frame, void *user) {
  (void)user;
  if (frame->hd.type != NGHTTP2_HEADERS || frame->headers.cat != NGHTTP2_HCAT_REQUEST) return 0;
  struct body *body = calloc(1, sizeof *body);
  if (!body) return NGHTTP2_ERR_CALLBACK_FAILURE;
  body->bytes = body->inside;
  body->room = sizeof body->inside;
  return nghttp2_session_set_stream_user_data(session, frame->hd.stream_id, body);
}

static int field_arrives(nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name,
                         size_t name_count, const uint8_t *value, size_t value_count,
                         uint8_t flags, void *user) {
  (void)session, (void)frame, (void)name, (void)name_count, (void)value, (void)value_count;
  (void)flags, (void)user;
  return 0;
}

static int bytes_arrive(nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *bytes,
                        size_t count, void *user) {
  (void)flags, (void)user;
  struct body *body = nghttp2_session_get_stream_user_data(session, id);
  if (!body) return 0;
  if (body->count + count > body->room) {
    size_t room = 2 * (body->count + count);
    uint8_t *grown = malloc(room);
    if (!grown) return NGHTTP2_ERR_CALLBACK_FAILURE;
    memcpy(grown, body->bytes, body->count);
    if (body->bytes != body->inside) free(body->bytes);
    body->bytes = grown;
    body->room = room;
  }
  memcpy(body->bytes + body->count, bytes, count);
  body->count += count;
  return 0;
}

static int frame_arrives(nghttp2_session *session, const nghttp2_frame *frame, void *user) {
  (void)user;
  int may_end = frame->hd.type == NGHTTP2_DATA || frame->hd.type == NGHTTP2_HEADERS;
  if (!may_end || !(frame->hd.flags & NGHTTP2_FLAG_END_STREAM)) return 0;
  nghttp2_nv head[] = {CONST_FIELD(":status", "200"),
                       CONST_FIELD("content-type", "application/grpc")};
  nghttp2_data_provider provider = {.read_callback = give_body};
  provider.source.ptr = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
  nghttp2_submit_response(session, frame->hd.stream_id, head, 2, &provider);
  return 0;
}

static int stream_ends(nghttp2_session *session, int32_t id, uint32_t code, void *user) {
  (void)code, (void)user;
  struct body *body = nghttp2_session_get_stream_user_data(session, id);
  if (body && body->bytes != body->inside) free(body->bytes);
  free(body);
  return 0;
}

static void wait_for(struct peer *peer, uint32_t events) {
  struct epoll_event change = {.events = events, .data.ptr = peer};
  epoll_ctl(poller, EPOLL_CTL_MOD, peer->socket, &change);
  peer->waits_to_write = (events & EPOLLOUT) != 0;
}

// Writes until nothing is left or the socket is full; negative when the connection is gone.
static int push(struct peer *peer) {
  while (1) {
    if (peer->written == peer->filled) {
      peer->written = peer->filled = 0;
      const uint8_t *frame;
      ssize_t count;
      while (peer->filled < OUTPUT_MAX &&
             (count = nghttp2_session_mem_send(peer->session, &frame)) > 0) {
        memcpy(peer->output + peer->filled, frame, (size_t)count);
        peer->filled += (size_t)count;
      }
      if (peer->filled == 0) {
        if (peer->waits_to_write) wait_for(peer, EPOLLIN);
        return 0;
      }
    }
    ssize_t count = write(peer->socket, peer->output + peer->written, peer->filled - peer->written);
    if (count < 0 && errno != EAGAIN) return -1;
    if (count < 0) {
      wait_for(peer, EPOLLIN | EPOLLOUT);
      return 0;
    }
    peer->written += (size_t)count;
  }
}

static void welcome(int listener, const nghttp2_session_callbacks *callbacks) {
  int socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
  if (socket < 0) return;
  int yes = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  struct peer *peer = calloc(1, sizeof *peer);
  peer->socket = socket;
  nghttp2_session_server_new(&peer->session, callbacks, peer);
  nghttp2_settings_entry settings[] = {{NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, 1000},
                                       {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, WINDOW}};
  nghttp2_submit_settings(peer->session, NGHTTP2_FLAG_NONE, settings, 2);
  nghttp2_session_set_local_window_size(peer->session, NGHTTP2_FLAG_NONE, 0, WINDOW);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = peer};
  epoll_ctl(poller, EPOLL_CTL_ADD, socket, &event);
  push(peer);
}

static int pull(struct peer *peer) {
  static uint8_t input[64 << 10];
  ssize_t count = read(peer->socket, input, sizeof input);
  if (count < 0) return errno == EAGAIN ? 0 : -1;
  if (count == 0) return -1;
  return nghttp2_session_mem_recv(peer->session, input, (size_t)count) < 0 ? -1 : 0;
}

static void part(struct peer *peer) {
  close(peer->socket);
  nghttp2_session_del(peer->session);
  free(peer);
}

static int listen_on(int port) {
  int yes = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_port = htons((uint16_t)port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 512)) {
    perror("limit");
    exit(1);
  }
  return listener;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: limit PORT\n");
    return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  nghttp2_session_callbacks *callbacks;
  nghttp2_session_callbacks_new(&callbacks);
  nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, request_begins);
  nghttp2_session_callbacks_set_on_header_callback(callbacks, field_arrives);
  nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, bytes_arrive);
  nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, frame_arrives);
  nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, stream_ends);

  int listener = listen_on(atoi(argv[1]));
  poller = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL}, ready[64];
  epoll_ctl(poller, EPOLL_CTL_ADD, listener, &event);
  puts("ready");
  fflush(stdout);
  while (1) {
    int count = epoll_wait(poller, ready, 64, -1);
    for (int i = 0; i < count; i++) {
      struct peer *peer = ready[i].data.ptr;
      if (!peer) {
        welcome(listener, callbacks);
      } else if (((ready[i].events & EPOLLIN) && pull(peer) < 0) || push(peer) < 0) {
        part(peer);
      }
    }
  }
}
