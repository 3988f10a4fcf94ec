package dev.latchkey.core.org;

import java.util.List;

/** What the DNS says. */
public interface DomainRecords {

    /** An answer, or none. */
    sealed interface Answer {
        /**
         * What the TXT records of a name say, strings of one record joined; none when it has none.
         */
        record Texts(List<String> texts) implements Answer {
            public Texts {
                texts = List.copyOf(texts);
            }
        }

        /** Nobody answered in time, or somebody answered that they cannot. */
        record Unanswered() implements Answer {}
    }

    /** Takes some seconds at the most. */
    Answer texts(String name);
}
