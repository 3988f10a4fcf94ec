package dev.latchkey.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class LauncherTest {
    @TempDir Path folder;

    private Machine machine;

    @BeforeEach
    void set_up() throws IOException {
        machine = new Machine(folder.toRealPath());
    }

    @Test
    void java_home_is_taken_when_it_is_new_enough() throws Exception {
        machine.built();
        machine.environment.put("JAVA_HOME", machine.java("25.0.1").toString());

        assertThat(machine.run("serve").words().getFirst()).startsWith("java 25.0.1 ");
    }

    @Test
    void an_old_java_is_passed_over_wherever_it_comes_first() throws Exception {
        machine.built();
        machine.environment.put("JAVA_HOME", machine.java("17.0.2").toString());
        String path =
                machine.java("1.8.0").resolve("bin") + ":" + machine.java("26").resolve("bin");
        machine.environment.merge("PATH", path, (old, more) -> more + ":" + old);

        assertThat(machine.run("serve").words().getFirst()).startsWith("java 26 ");
    }

    @Test
    void words_and_working_folder_are_passed_on_through_a_symbolic_link() throws Exception {
        machine.built();
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        machine.environment.put("LATCHKEY_JAVA_OPTS", "-Da=1 -Db=2");
        Path link = folder.resolve("bin-link");
        Files.createSymbolicLink(link, Path.of("clone/latchkey"));

        Machine.Outcome outcome = Machine.outcome(machine.start(link, "user", "a b", ""));

        String jar = machine.clone.resolve("target/latchkey.jar").toString();
        assertThat(outcome.words().getFirst()).endsWith(" in " + folder.toRealPath());
        assertThat(outcome.words())
                .containsSubsequence("-Da=1", "-Db=2", "-jar", jar, "user", "a b", "");
    }

    @Test
    void it_is_built_once_and_again_when_a_source_is_newer() throws Exception {
        machine.environment.put("JAVA_HOME", machine.java("25").toString());

        Machine.Outcome first = machine.run("serve");
        Machine.Outcome second = machine.run("serve");
        Files.writeString(machine.clone.resolve("src/main/New.java"), "");
        machine.run("serve");

        assertThat(first.errors()).contains("Building Latchkey (once, about a minute) ...");
        assertThat(second.errors()).isEmpty();
        assertThat(machine.builds()).isEqualTo(2);
    }

    @Test
    void what_the_rehearsal_after_a_build_taught_is_used_until_the_next_build() throws Exception {
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        var cache = "-XX:AOTCache=" + machine.clone.resolve("target/latchkey.aot");

        assertThat(machine.run("serve").words()).contains(cache);
        assertThat(machine.run("doctor").words()).contains(cache);
        Files.setLastModifiedTime(
                machine.clone.resolve("target/latchkey.aot"), FileTime.fromMillis(0));
        assertThat(machine.run("serve").words()).doesNotContain(cache);
    }

    @Test
    void a_jar_that_mvn_made_is_rehearsed_with_once() throws Exception {
        machine.built();
        machine.environment.put("JAVA_HOME", machine.java("25").toString());

        Machine.Outcome first = machine.run("serve");
        Machine.Outcome second = machine.run("serve");

        assertThat(first.errors().lines()).hasSize(1);
        assertThat(first.errors()).startsWith("Rehearsing a start (once");
        assertThat(first.words()).anyMatch(word -> word.startsWith("-XX:AOTCache="));
        assertThat(second.errors()).isEmpty();
        assertThat(second.words()).isEqualTo(first.words());
    }

    @Test
    void another_java_rehearses_for_itself() throws Exception {
        machine.built();
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        machine.run("serve");
        machine.environment.put("JAVA_HOME", machine.java("26").toString());

        assertThat(machine.run("serve").errors()).startsWith("Rehearsing");
        assertThat(machine.run("serve").errors()).isEmpty();
    }

    @Test
    void a_rehearsal_that_failed_is_not_tried_again() throws Exception {
        machine.built();
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        Machine.program(
                folder.resolve("jdk-25/bin/java"),
                "#!/bin/sh\ncase \"$*\" in *rehearse*) exit 1 ;; esac\necho started\n");

        assertThat(machine.run("serve").errors()).startsWith("Rehearsing");
        assertThat(machine.run("serve").errors()).isEmpty();
    }

    @Test
    void without_a_rehearsal_it_starts_all_the_same() throws Exception {
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        Machine.program(
                folder.resolve("jdk-25/bin/java"),
                "#!/bin/sh\ncase \"$*\" in *rehearse*) exit 1 ;; esac\necho started\n");

        Machine.Outcome outcome = machine.run("serve");

        assertThat(outcome.words()).containsExactly("started");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        Path script = machine.clone.resolve("latchkey");

        Process one = machine.start(script, "serve");
        Process other = machine.start(script, "serve");

        assertThat(Machine.outcome(one).code()).isZero();
        assertThat(Machine.outcome(other).code()).isZero();
        assertThat(machine.builds()).isEqualTo(1);
    }

    @Test
    void a_lock_that_a_dead_start_left_behind_is_taken_over() throws Exception {
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path target = Files.createDirectories(machine.clone.resolve("target"));
        Path lock = target.resolve(".building");
        Files.createSymbolicLink(lock, Path.of(String.valueOf(dead.pid())));

        assertThat(machine.run("serve").code()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void a_failed_build_is_shown() throws Exception {
        machine.environment.put("JAVA_HOME", machine.java("25").toString());
        Machine.program(
                folder.resolve("tools/mvn"), "#!/bin/sh\necho '[ERROR] what a pity'\nexit 1\n");

        Machine.Outcome outcome = machine.run("serve");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors()).contains("what a pity", "target/build.log");
    }
}
