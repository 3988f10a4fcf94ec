package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Strings that other systems made: bcrypt by crypt_blowfish and libxcrypt, scrypt by passlib, the
 * rest by Python's hashlib.
 */
class ForeignHashTest {
    private final Argon2idHash hash = new Argon2idHash(new Argon2Parameters(64, 2, 1));

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "U*U $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U $2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "'correct horse ü' $2b$05$abcdefghijklmnopqrstuur24RCaBeltrmItnz5BSl3CIPnXI1BlG",
                "password"
                    + " $scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "'correct horse ü'"
                    + " $scrypt$ln=10,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$H06BMEyUWnRrhfqgVIQ81pi8BEPSlACbGd+m5pkxl4Y",
                "password"
                    + " $pbkdf2-sha256$6400$c2FsdHNhbHRzYWx0c2FsdA$SjugYu7ZPm/2vgGhvpJO5OhTJOckhO77BQUaCnLK3cs",
                "'correct horse ü'"
                    + " $pbkdf2-sha256$2000$.//.MDEyMzQ1Njc4OWFiYw$0EkJqAGVS2Y1daf.Ksi80Hk90/lHtopPAlOZxv0YM6E",
                "'correct horse ü'"
                    + " $pbkdf2-sha512$2000$.//.MDEyMzQ1Njc4OWFiYw$1R3gKWwk/hSwmabS55bCARt0NGIKi6Uw.cnXkLo9lTSAU/QdGQv5WrIsKwlA0Kg7ePmDx/yvnm0MUkMk9jv5IQ",
                "'correct horse ü' $pbkdf2$2000$.//.MDEyMzQ1Njc4OWFiYw$/t/5KTiGUkWqyYxBeXvxcEIvwfY",
                "'correct horse ü'"
                    + " pbkdf2_sha256$2000$saltsalt$kNdx/TrS3Sf9WQePQ/aZRFbkcdZtVIASAFtaK00CmKM="
            })
    void a_hash_of_another_system_verifies_and_is_outdated(String password, String stored) {
        assertThat(hash.verify(password, stored)).isTrue();
        assertThat(hash.verify(password + "x", stored)).isFalse();
        assertThat(hash.verify("", stored)).isFalse();
        assertThat(hash.isOutdated(stored)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$scrypt$ln=24,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "$scrypt$ln=10,r=0,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "$scrypt$ln=10,r=8,p=17$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "$scrypt$ln=10,r=8,p=1$aM157$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "$pbkdf2-sha256$99999999$0ZrzXitFSGltTQnBWOsdfw$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M",
                "$pbkdf2-sha256$0$0ZrzXitFSGltTQnBWOsdfw$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M",
                "pbkdf2_md5$1000$salt$kNdx/TrS3Sf9WQePQ/aZRFbkcdZtVIASAFtaK00CmKM="
            })
    void a_hash_out_of_bounds_fits_nothing(String stored) {
        assertThat(hash.verify("password", stored)).isFalse();
        assertThat(hash.verify("U*U", stored)).isFalse();
    }
}
