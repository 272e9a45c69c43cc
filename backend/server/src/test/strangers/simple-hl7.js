'use strict';

// node simple-hl7.js PORT COUNT: over one connection, one after the other; prints how many answers were to the message sent

const hl7 = require('simple-hl7');
const { movement } = require('./messages.js');

const [port, count] = process.argv.slice(2).map(Number);
const parser = new hl7.Parser({ segmentSeperator: '\r' });
const client = hl7.Server.createTcpClient({ host: '127.0.0.1', port, keepalive: true });
let matching = 0;

function send(number) {
  if (number === count) {
    client.close();
    console.log(`matching ${matching}`);
    return;
  }
  const id = `simple-${number}`;
  client.send(parser.parse(movement(id, number).trim()), (failure, ack) => {
    if (failure) {
      throw failure;
    }
    const msa = ack.getSegment('MSA');
    matching += msa.getField(1) === 'AA' && msa.getField(2) === id ? 1 : 0;
    // it forgets the answer only after this
    setImmediate(() => send(number + 1));
  });
}

send(0);
