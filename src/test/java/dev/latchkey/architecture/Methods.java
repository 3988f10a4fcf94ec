package dev.latchkey.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Measures the methods of a file, with the compiler's own parser. */
final class Methods {
    private Methods() {}

    /** Those of all files together, since starting the parser takes longer than a file. */
    static List<SizesTest.Size> of(List<String> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Source> sources = texts.stream().map(Source::new).toList();
        var task = (JavacTask) compiler.getTask(null, null, null, null, null, sources);
        List<SizesTest.Size> sizes = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, Trees.instance(task).getSourcePositions(), sizes)
                        .scan(unit, null);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return sizes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String text) {
            super(URI.create("string:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<SizesTest.Size> sizes;

        private Scanner(
                CompilationUnitTree unit, SourcePositions positions, List<SizesTest.Size> sizes) {
            this.unit = unit;
            this.positions = positions;
            this.sizes = sizes;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null
                    && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method));
                String name = owner.getSimpleName() + "." + method.getName();
                sizes.add(new SizesTest.Size(name, (int) (last - first + 1)));
            }
            return super.visitMethod(method, null);
        }
    }
}
