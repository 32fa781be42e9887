import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DATA } from '../data.js';

function App() {
  const [isShown, setShown] = useState(true);
  const [concerns, setConcerns] = useState('');
  const [chosen, setChosen] = useState('nothing');
  const matrix = useRef(null);
  useEffect(() => {
    const hear = ({ detail }) => setChosen(detail.country ?? 'nothing');
    const element = matrix.current;
    element?.addEventListener('stance-matrix:select', hear);
    return () => element?.removeEventListener('stance-matrix:select', hear);
  }, [isShown]);
  return (
    <>
      <p>Chosen: {chosen}</p>
      <button onClick={() => setConcerns('rivers')}>Rivers</button>
      <button onClick={() => setShown(!isShown)}>Toggle</button>
      {isShown && <stance-matrix ref={matrix} data={DATA} concerns={concerns || null} />}
    </>
  );
}

createRoot(document.querySelector('#app')).render(<App />);
