package sample;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Sample {
    public static void main(String[] args) {
        SpringApplication.run(Sample.class, args);
    }

    @GetMapping("/")
    String welcome() {
        return "<h1>My wiki</h1> <a href='/me'>Sign in</a>";
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal OidcUser user) {
        return "<h1>Hello, " + user.getEmail() + "</h1> <a href='/logout'>Sign out</a>";
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(clients);
        signOut.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeHttpRequests(to -> to.requestMatchers("/").permitAll().anyRequest().authenticated())
                .oauth2Login(withDefaults())
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .build();
    }
}
