package dev.latchkey.http;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A small API that says what it was asked, and counts how often its routes have run. */
final class EchoApi implements Api {
    final AtomicInteger runs = new AtomicInteger();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch gate = new CountDownLatch(1);
    private final String name;

    EchoApi(String name) {
        this.name = name;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/", call -> says("root")),
                Route.get("/hello", call -> says("hello")),
                Route.get("/quick", call -> says("slow")).quickly(call -> says("quick")),
                Route.get("/sometimes", call -> says("slow"))
                        .quickly(call -> call.query("now") == null ? null : says("quick")),
                Route.post("/echo", call -> counted(Reply.of(200, Reply.TEXT, call.body()))),
                Route.post("/quick-echo", call -> says("slow"))
                        .quickly(call -> counted(Reply.of(200, Reply.TEXT, call.body()))),
                Route.get("/flow/{flowId}", call -> says("flow=" + call.param("flowId"))),
                Route.get("/flow/{flowId}/step/{step}", this::step),
                Route.get("/flow/static", call -> says("static")),
                Route.delete("/tokens/{id}", call -> says("delete " + call.param("id"))),
                Route.get("/tokens", call -> says("tokens")),
                Route.get("/path", call -> says(call.path() + " " + call.base())),
                Route.get("/query", call -> says(String.valueOf(call.queries("q")))),
                Route.get("/cookie", call -> says(String.valueOf(call.cookie("sid")))),
                Route.get("/remote", call -> says(call.remote().getHostAddress())),
                Route.post("/json", call -> says(call.json().text("a"))),
                Route.post("/form", call -> says(String.valueOf(call.form().get("a")))),
                Route.get(
                        "/fault",
                        call -> {
                            throw new IllegalStateException("secret");
                        }),
                Route.get("/overflow", call -> says(overflow(0))),
                Route.get("/inject", call -> says("x").with("X-A", "b\r\nSet-Cookie: c=d")),
                Route.get("/framing", call -> says("x").with("Content-Length", "1")),
                Route.get("/own", call -> says("x").with("Cache-Control", "max-age=60")),
                Route.get("/nothing", call -> counted(Reply.empty(204))),
                Route.get("/wait", this::waits));
    }

    private Reply says(String what) {
        return counted(Reply.text(200, name + ":" + what));
    }

    private Reply counted(Reply reply) {
        runs.incrementAndGet();
        return reply;
    }

    private Reply step(Call call) {
        return says(call.param("flowId") + "," + call.param("step"));
    }

    @SuppressWarnings("InfiniteRecursion") // that is its purpose
    private static String overflow(int depth) {
        return overflow(depth + 1) + depth;
    }

    private Reply waits(Call call) throws InterruptedException {
        entered.countDown();
        if (!gate.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody opened the gate");
        }
        return says("waited");
    }

    @Override
    public Reply failed(Call call, Throwable problem) {
        if (call.path().endsWith("/fault") && "twice".equals(call.query("fail"))) {
            throw new IllegalStateException("again", problem);
        }
        var status = problem instanceof HttpProblem http ? http.status() : 500;
        return Reply.text(status, name + " failed with " + status);
    }
}
