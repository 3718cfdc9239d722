// gRPC C++ as a peer: its asynchronous server, one thread on one completion queue.
//
// Usage: grpc_cpp PORT
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <memory>
#include <string>

#include "echo.grpc.pb.h"

namespace {

constexpr int kWaiting = 256;

using Queue = grpc::ServerCompletionQueue;

// A call from the moment it is awaited to the moment its answer is sent.
class Exchange {
 public:
  virtual ~Exchange() = default;
  // Takes the next step; `ok` is false when the step before failed or the queue is closing.
  virtual void Step(bool ok) = 0;

 protected:
  grpc::ServerContext context_;
  bool is_begun_ = false;
};

class Get : public Exchange {
 public:
  Get(echo::Echo::AsyncService& service, Queue& queue)
      : service_(service), queue_(queue), writer_(&context_) {
    service.RequestGet(&context_, &request_, &writer_, &queue, &queue, this);
  }

  void Step(bool ok) override {
    if (!ok || is_begun_) {
      delete this;
      return;
    }
    new Get(service_, queue_);
    is_begun_ = true;
    echo::EchoResponse response;
    response.set_text(request_.text());
    writer_.Finish(response, grpc::Status::OK, this);
  }

 private:
  echo::Echo::AsyncService& service_;
  Queue& queue_;
  echo::EchoRequest request_;
  grpc::ServerAsyncResponseWriter<echo::EchoResponse> writer_;
};

// A server stream: each word of the text.
class Split : public Exchange {
 public:
  Split(echo::Words::AsyncService& service, Queue& queue)
      : service_(service), queue_(queue), writer_(&context_) {
    service.RequestSplit(&context_, &request_, &writer_, &queue, &queue, this);
  }

  void Step(bool ok) override {
    if (!ok || is_finished_) {
      delete this;
      return;
    }
    if (!is_begun_) new Split(service_, queue_);
    is_begun_ = true;
    const std::string& text = request_.text();
    if (next_ >= text.size()) {
      is_finished_ = true;
      writer_.Finish(grpc::Status::OK, this);
      return;
    }
    size_t end = std::min(text.find(' ', next_), text.size());
    response_.set_text(text.data() + next_, end - next_);
    next_ = end + 1;
    writer_.Write(response_, this);
  }

 private:
  echo::Words::AsyncService& service_;
  Queue& queue_;
  echo::EchoRequest request_;
  echo::EchoResponse response_;
  grpc::ServerAsyncWriter<echo::EchoResponse> writer_;
  size_t next_ = 0;
  bool is_finished_ = false;
};

// Messages back and forth: each is answered before the next is read.
class Chat : public Exchange {
 public:
  Chat(echo::Words::AsyncService& service, Queue& queue)
      : service_(service), queue_(queue), stream_(&context_) {
    service.RequestChat(&context_, &stream_, &queue, &queue, this);
  }

  void Step(bool ok) override {
    switch (next_) {
      case Next::kRead:
        if (!is_begun_ && !ok) return delete this;
        if (!is_begun_) new Chat(service_, queue_);
        is_begun_ = true;
        if (!ok) return delete this;
        next_ = Next::kAnswer;
        stream_.Read(&request_, this);
        break;
      case Next::kAnswer:
        if (ok) {
          next_ = Next::kRead;
          response_.set_text(request_.text());
          stream_.Write(response_, this);
        } else {
          next_ = Next::kEnd;
          stream_.Finish(grpc::Status::OK, this);
        }
        break;
      case Next::kEnd:
        delete this;
    }
  }

 private:
  enum class Next { kRead, kAnswer, kEnd };

  echo::Words::AsyncService& service_;
  Queue& queue_;
  echo::EchoRequest request_;
  echo::EchoResponse response_;
  grpc::ServerAsyncReaderWriter<echo::EchoResponse, echo::EchoRequest> stream_;
  Next next_ = Next::kRead;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: grpc_cpp PORT\n");
    return 2;
  }
  echo::Echo::AsyncService echo;
  echo::Words::AsyncService words;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(std::string("127.0.0.1:") + argv[1], grpc::InsecureServerCredentials());
  builder.RegisterService(&echo);
  builder.RegisterService(&words);
  auto queue = builder.AddCompletionQueue();
  auto server = builder.BuildAndStart();
  if (!server) return 1;
  for (int i = 0; i < kWaiting; i++) new Get(echo, *queue);
  new Split(words, *queue);
  new Chat(words, *queue);
  std::puts("ready");
  std::fflush(stdout);
  void* tag;
  bool ok;
  while (queue->Next(&tag, &ok)) static_cast<Exchange*>(tag)->Step(ok);
  return 0;
}
