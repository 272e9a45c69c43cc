/**
 * What is wrong with a draft, by the path of the field it is about.
 */

/** The faults that the server found. @param {{field: string, problem: string, code?: string}[]} faults @param {any} draft */
export function serverFaults(faults, draft, words) {
  const found = new Map();
  for (const { field, problem, code } of faults) {
    const key = `limits.fault.${code}`;
    found.set(pathOf(field, draft), code !== undefined && words.has(key) ? words(key) : words('limits.fault.other', { problem }));
  }
  return found;
}

/** `thresholds.pressure.triggers.READY_BEDS.red` is the red limit of the one that stands third, say. */
function pathOf(field, draft) {
  const path = field.replace(/^thresholds\./, '');
  const named = /^pressure\.triggers\.([A-Z0-9_]+)(.*)$/.exec(path);
  if (named === null) {
    return path;
  }
  const figure = named[1].toLowerCase().replace(/_/g, '-');
  return `pressure.triggers[${draft.pressure.triggers.findIndex((one) => one.figure === figure)}]${named[2]}`;
}

/** What the form itself can tell: what is missing, what is no number, what is too much. @param {HTMLFormElement} form */
export function formFaults(form, words) {
  const found = new Map();
  for (const field of form.elements) {
    if (field.willValidate && !field.validity.valid) {
      found.set(field.name, fieldFault(field, words));
    }
  }
  return found;
}

function fieldFault({ validity, min, max }, words) {
  if (validity.valueMissing) {
    return words('limits.fault.missing');
  }
  return validity.rangeUnderflow || validity.rangeOverflow ? words('limits.fault.range', { min, max }) : words('limits.fault.not-a-number');
}
