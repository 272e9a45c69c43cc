/** Ready reasons, so that nobody has to write Norwegian: keys of the words, the most common first. They are sent in Norwegian. */
export const PAUSE = ['because.called-away', 'because.equipment', 'because.break'];
export const DELAY = ['because.more-to-do', 'because.equipment', 'because.lift', 'because.other-job'];
export const REJECT = ['because.patient-in-room', 'because.room-in-use', 'because.equipment', 'because.not-trained', 'because.wrong-place'];
export const HAND_BACK = ['because.other-job', 'because.shift-ends', 'because.not-trained'];

export const BECAUSE = [...new Set([...PAUSE, ...DELAY, ...REJECT, ...HAND_BACK])];
