-- How much happens in an hour, counted from the audit log afterwards, and up to when that is done.
CREATE TABLE hourly_figures (
    hour   ${time}   NOT NULL,
    figure TEXT      NOT NULL,
    number ${number} NOT NULL CHECK (number >= 0),
    PRIMARY KEY (hour, figure)
) ${keyed};

CREATE TABLE figures_counted (
    id            ${number} NOT NULL PRIMARY KEY CHECK (id = 1),
    counted_until ${time}   NOT NULL
) ${keyed};
