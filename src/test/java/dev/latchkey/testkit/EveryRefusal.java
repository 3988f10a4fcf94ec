package dev.latchkey.testkit;

import dev.latchkey.core.Refusal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** One of each kind of refusal, for tests of how an API says them. */
public final class EveryRefusal {
    private EveryRefusal() {}

    public static List<Refusal> all() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses()).map(EveryRefusal::of).toList();
    }

    private static Refusal of(Class<?> kind) {
        try {
            var parts = kind.getRecordComponents();
            var values = Arrays.stream(parts).map(part -> sample(part.getType())).toArray();
            var types = Arrays.stream(parts).map(part -> part.getType()).toArray(Class<?>[]::new);
            return (Refusal) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a " + kind, e);
        }
    }

    private static Object sample(Class<?> type) {
        if (type == List.class) {
            return List.of(
                    new Refusal.Field("name", "is wrong"),
                    new Refusal.Field("email", "is wrong too"));
        }
        if (type == Duration.class) {
            return Duration.ofMillis(1500);
        }
        if (type == String.class) {
            return "a reason";
        }
        throw new AssertionError("say what a sample of " + type + " is");
    }
}
