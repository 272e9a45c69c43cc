package flyt.domain.stay;

/** What precautions a patient needs (domain 3.6). Only airborne isolation makes the room wait for an air change. */
public enum Isolation {
    CONTACT,
    CONTACT_CHLORINE,
    DROPLET,
    AIRBORNE,
    PROTECTIVE
}
