package dev.latchkey.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The HTTP server: all listeners of this process, from {@link #open} to {@link #close}. */
public final class Door implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final Desk desk;
    private final MultiThreadIoEventLoopGroup loops;
    private final Map<EventLoop, SlowClients> watches = new HashMap<>();
    private final List<Channel> listening = new ArrayList<>();

    private Door(DoorSettings settings) {
        this.desk = new Desk(settings);
        this.loops =
                new MultiThreadIoEventLoopGroup(settings.eventLoops(), NioIoHandler.newFactory());
        for (EventExecutor loop : loops) {
            watches.put((EventLoop) loop, SlowClients.on((EventLoop) loop, settings));
        }
    }

    /**
     * Listens at once on every listener. Throws {@link UncheckedIOException} when an address cannot
     * be taken, and {@link IllegalArgumentException} when two routes are the same; nothing is left
     * open then.
     */
    public static Door open(DoorSettings settings, List<Listener> listeners) {
        var door = new Door(settings);
        try {
            listeners.forEach(door::listen);
            return door;
        } catch (RuntimeException | Error e) {
            door.close();
            throw e;
        }
    }

    private void listen(Listener listener) {
        var bootstrap =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                        .childHandler(new Pipeline(desk, new Router(listener.mounts()), watches));
        var bound = bootstrap.bind(listener.bindAddress(), listener.port()).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            var address = listener.bindAddress() + ":" + listener.port();
            var why =
                    new BindException(
                            "cannot listen on " + address + ": " + bound.cause().getMessage());
            why.initCause(bound.cause());
            throw new UncheckedIOException(why);
        }
        listening.add(bound.channel());
    }

    /** The ports listened on, in the order of the listeners. */
    public List<Integer> ports() {
        return listening.stream()
                .map(channel -> ((InetSocketAddress) channel.localAddress()).getPort())
                .toList();
    }

    /**
     * Stops accepting, lets requests that have begun be answered, as long as the settings' grace
     * lasts, and then ends everything. Does nothing the second time.
     */
    @Override
    public void close() {
        var deadline = System.nanoTime() + desk.settings().closeGrace().toNanos();
        desk.beginClosing();
        listening.forEach(channel -> channel.close().awaitUninterruptibly());
        watches.forEach((loop, watch) -> {
            if (!loop.isShuttingDown()) {
                loop.execute(watch::drain);
            }
        });
        desk.endBy(deadline);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
